import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Bridge } from '../support/bridge.ts'
import { hasBrowser, openPage, picture, useBrowser } from '../support/browser.ts'
import { hasDatabase } from '../support/database.ts'

describe.runIf(hasBrowser && hasDatabase)('on the page of the sandbox', () => {
  useBrowser()

  it('a manager says no: each choice in the dialogue changes the words at once', async () => {
    const bridge = await Bridge.open({ pageDir: resolve('dist/page') })
    bridge.liaison.run()
    const { page, problems } = await openPage(bridge.sandbox.url, 'ru-RU', 1480)
    await page.getByTestId('hint').getByRole('button').click()
    await page.getByTestId('phone-composer').fill('Сделайте ещё логотип бесплатно')
    await page.getByTestId('phone-composer').press('Enter')
    await page.getByTestId('slack').getByTestId('slack-action-more').click()
    await page.getByTestId('slack-action-more_refuse').click()
    const words = page.locator('textarea[data-testid="slack-modal-field"]')
    await expect.poll(() => words.inputValue()).toContain('не входит в согласованный объём')
    await picture(page, 'refusal-1-first')
    await page.getByTestId('slack-modal-choice-reason').click()
    await page.getByRole('option', { name: 'бюджет' }).click()
    await expect.poll(() => words.inputValue()).toContain('за эту сумму мы выполнить работу не сможем')
    const line = page.locator('input[data-testid="slack-modal-field"]')
    await line.fill('подрядчик')
    await line.press('Enter')
    await expect.poll(() => words.inputValue()).toContain('Что можем предложить: подрядчик')
    await picture(page, 'refusal-2-chosen')
    await page.getByTestId('slack-modal-submit').click()
    await page.getByTestId('phone').getByText('Что можем предложить: подрядчик').waitFor()
    await page.getByTestId('slack-modal').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
  })
})
