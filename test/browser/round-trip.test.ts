import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Bridge } from '../support/bridge.ts'
import { hasBrowser, openPage, picture, useBrowser } from '../support/browser.ts'
import { hasDatabase } from '../support/database.ts'

const pageDir = resolve('dist/page')

describe.runIf(hasBrowser && hasDatabase)('the page of the sandbox', () => {
  useBrowser()

  it('lets one play the whole round trip with a mouse', async () => {
    expect(existsSync(pageDir), 'the page is built: npm run build').toBe(true)
    const bridge = await Bridge.open({ pageDir })
    bridge.liaison.run()
    const { page, problems } = await openPage(bridge.sandbox.url)
    const phone = page.getByTestId('phone')
    const slack = page.getByTestId('slack')
    await page.getByTestId('hint').waitFor()
    await picture(page, '1-empty')

    await page.getByTestId('phone-composer').fill('Добрый день! Можно поднять магазин в поиске до Нового года?')
    await page.getByTestId('phone-composer').press('Enter')
    await phone.getByText('Анна на связи').waitFor()
    await slack.getByTestId('slack-action-approve').waitFor()
    await picture(page, '2-card')

    await slack.getByTestId('slack-action-approve').click()
    await slack.getByText('Одобрено: Анна').waitFor()
    await slack.getByText('Доставлено').waitFor()
    await picture(page, '3-approved')

    await page.getByTestId('slack-user-U0OLEG').click()
    await page.getByTestId('slack-conversation-C0SEO').click()
    const root = slack.getByText('поднять магазин в поиске').first()
    await root.waitFor()
    await slack.locator('[data-testid^="slack-menu-"]').first().click()
    await page.getByRole('menuitem', { name: 'Ответить в ветке' }).click()
    await page.getByTestId('slack-thread-composer').fill('Можно, но *не раньше 15 декабря*')
    await page.getByTestId('slack-thread-composer').press('Enter')
    await slack.getByTitle(':hourglass_flowing_sand:').waitFor()
    await picture(page, '4-thread')

    await page.getByTestId('slack-user-U0ANNA').click()
    await slack.getByTestId('slack-action-edit').click()
    await page.getByTestId('slack-modal-field').fill('Да, можно. Первые результаты — после 15 декабря.')
    await picture(page, '5-dialog')
    await page.getByTestId('slack-modal-submit').click()
    await phone.getByText('Первые результаты — после 15 декабря.').waitFor()
    await slack.getByText('Исправлено и одобрено: Анна').waitFor()
    await picture(page, '6-delivered')
    expect(problems).toEqual([])
  })

  it('speaks English too, and fits a narrow window', async () => {
    const bridge = await Bridge.open({ pageDir })
    const { page, problems } = await openPage(bridge.sandbox.url, 'en-US', 800)
    await page.getByText('A whole agency on one page').waitFor()
    await page.getByTestId('phone').waitFor()
    expect(await page.getByTestId('slack').isVisible()).toBe(false)
    await page.getByText('Slack', { exact: true }).click()
    await page.getByTestId('slack').waitFor()
    await picture(page, '7-narrow')
    expect(problems).toEqual([])
  })
})
