import { resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Bridge } from '../support/bridge.ts'
import { hasBrowser, openPage, picture, useBrowser } from '../support/browser.ts'
import { hasDatabase } from '../support/database.ts'
import { pdf, sha256 } from '../support/samples.ts'

const pageDir = resolve('dist/page')
const LONG = 'Очень длинное имя файла, каким его называют люди, правка 7 (окончательная, с замечаниями бухгалтерии).pdf'

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

async function opened(locale: 'ru-RU' | 'en-US' = 'ru-RU', width = 1480) {
  const bridge = await Bridge.open({ pageDir })
  bridge.liaison.run()
  const { page, problems } = await openPage(bridge.sandbox.url, locale, width)
  await page.getByTestId('hint').getByRole('button').click()
  return { bridge, page, problems, phone: page.getByTestId('phone'), slack: page.getByTestId('slack') }
}

/** A picture that a person would know again. */
async function snapshot(page: Page, name: string): Promise<Given> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 360, height: 220 } })
  return { name, mimeType: 'image/png', buffer }
}

/** Takes files by the paper clip of what is given. */
async function attach(where: Locator, files: Given[]): Promise<void> {
  await where.locator('input[type=file]').setInputFiles(files)
}

/** Drags files over what is given and lets go of them. */
async function drop(page: Page, where: Locator, files: readonly Given[], shot: string): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer()
    for (const { name, mimeType, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: mimeType }))
    }
    return transfer
  }, given)
  await where.dispatchEvent('dragenter', { dataTransfer })
  await picture(page, shot)
  await where.dispatchEvent('drop', { dataTransfer })
}

/** Whether the browser really drew it. */
async function isDrawn(image: Locator): Promise<boolean> {
  await image.waitFor()
  await expect.poll(() => image.evaluate((node) => (node as HTMLImageElement).complete)).toBe(true)
  return image.evaluate((node) => (node as HTMLImageElement).naturalWidth > 1)
}

describe.runIf(hasBrowser && hasDatabase)('on the page of the sandbox', () => {
  useBrowser()

  it('a picture of a client is seen by the manager and, once approved, by the team', async () => {
    const { bridge, page, problems, phone, slack } = await opened()
    const photo = await snapshot(page, 'Витрина.png')
    await attach(phone, [photo])
    await page.getByTestId('phone-composer').fill('Вот как это выглядит у нас')
    await picture(page, 'files-1-chosen')
    await page.getByTestId('phone-composer').press('Enter')
    expect(await isDrawn(phone.locator('img.photo'))).toBe(true)
    expect(await page.getByTestId('chosen-file').count(), 'the field is empty again').toBe(0)

    await slack.getByTestId('slack-action-approve').waitFor()
    await slack.getByText('photo', { exact: false }).first().waitFor()
    await picture(page, 'files-2-card')
    await slack.locator('[data-testid^="slack-replies-"]').click()
    expect(await isDrawn(slack.getByTestId('slack-thread').locator('img'))).toBe(true)
    await picture(page, 'files-3-under-the-card')

    await slack.getByTestId('slack-stream').getByTestId('slack-action-approve').click()
    await slack.getByText('Доставлено').first().waitFor()
    await page.getByTestId('slack-user-U0OLEG').click()
    await page.getByTestId('slack-conversation-C0SEO').click()
    expect(await isDrawn(slack.locator('img'))).toBe(true)
    expect(await bridge.filesOf(await bridge.channel('C0SEO'))).toEqual([sha256(photo.buffer)])
    await picture(page, 'files-4-channel')
    expect(problems).toEqual([])
  })

  it('a changed term leaves only when its box is ticked', async () => {
    const { bridge, page, problems, phone, slack } = await opened()
    const threadTs = await bridge.handOver('Когда будет готово?')
    await bridge.teamSays('Сделаем за 14 дней', { threadTs })
    await slack.getByTestId('slack-action-preview').first().click()
    await page.getByTestId('slack-modal-close').waitFor()
    await picture(page, 'findings-1-preview')
    await page.keyboard.press('Enter')
    await page.getByTestId('slack-modal-close').waitFor({ state: 'detached' })
    await slack.getByTestId('slack-action-preview').first().click()
    await page.getByTestId('slack-modal-close').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('slack-modal-close').waitFor({ state: 'detached' })

    await slack.getByTestId('slack-action-edit').click()
    const field = page.getByTestId('slack-modal-field')
    await field.fill('Сделаем за 10 дней')
    await page.getByTestId('slack-action-preview_typed').click()
    await page.getByText('Сообщение 1 из 1').waitFor()
    expect(await page.getByTestId('slack-modal').textContent()).toContain('Сделаем за 10 дней')
    await picture(page, 'findings-6-typed')
    await page.getByTestId('slack-modal-close').click()
    await page.getByTestId('slack-modal-submit').waitFor()
    expect(await field.inputValue(), 'closing it goes back to what was typed').toBe('Сделаем за 10 дней')
    await page.getByTestId('slack-modal-submit').click()
    const box = page.getByRole('checkbox', { name: 'Да, так и нужно' })
    await box.waitFor()
    expect(await page.getByTestId('slack-modal').textContent()).toMatch(/14 дней.*10 дней/s)
    expect(await field.inputValue(), 'what was typed stays').toBe('Сделаем за 10 дней')
    await picture(page, 'findings-2-box')

    await field.fill('Сделаем за 10 дней, не позже')
    await page.getByTestId('slack-modal-submit').click()
    await expect.poll(() => field.isEnabled()).toBe(true)
    expect(await phone.getByText('10 дней').count(), 'not before it is ticked').toBe(0)
    await box.check()
    await picture(page, 'findings-3-ticked')
    await page.getByTestId('slack-modal-submit').click()
    await phone.getByText('Сделаем за 10 дней, не позже').waitFor()
    const decided = slack.locator('[data-testid^="slack-message-"]').filter({ hasText: 'Сделаем за' })
    await decided.getByTestId('slack-action-more_history').click()
    await page.getByText('подтверждено изменение смысла').waitFor()
    await picture(page, 'findings-5-history')
    await page.getByTestId('slack-modal-close').click()

    const [said] = (await bridge.fromBot()).slice(-1)
    await phone.getByTestId(`phone-message-111-${said?.id}`).hover()
    await page.getByTestId(`phone-react-111-${said?.id}`).click()
    await page.getByRole('menuitem', { name: '🔥' }).click()
    const sign = phone.getByRole('button', { name: '🔥' })
    await sign.waitFor()
    await picture(page, 'findings-4-left')
    await sign.click()
    await sign.waitFor({ state: 'detached' })
    expect(problems).toEqual([])
  })

  it('a specialist drops several files into a thread, and both languages fit a narrow window', async () => {
    const { bridge, page, problems, phone, slack } = await opened('en-US', 760)
    const threadTs = await bridge.handOver('Пришлите, пожалуйста, отчёт и эскиз')
    await page.locator('.sides').getByText('Slack').click()
    await page.getByTestId('slack-user-U0OLEG').click()
    await page.getByTestId('slack-conversation-C0SEO').click()
    await slack.getByTestId(`slack-menu-${threadTs}`).click()
    await page.getByRole('menuitem', { name: 'Reply in the thread' }).click()
    const thread = page.getByTestId('slack-thread')
    const sketch = await snapshot(page, 'sketch.png')
    const report: Given = { name: LONG, mimeType: 'application/pdf', buffer: Buffer.from(pdf('').base64, 'base64') }
    const nothing: Given = { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
    await drop(page, thread, [sketch, report, nothing], 'drop-1-over')
    await page.getByText('“nothing.txt” is empty').waitFor()
    await picture(page, 'drop-2-chosen')
    await page.getByTestId('slack-thread-composer').fill('Both at once')
    await page.getByTestId('slack-thread-composer-send').click()
    expect(await isDrawn(thread.locator('img'))).toBe(true)
    await thread.getByText('Очень длинное имя файла').waitFor()
    await picture(page, 'drop-3-thread')
    expect(await bridge.filesOf((await bridge.channel('C0SEO')).slice(-1))).toEqual([
      sha256(sketch.buffer),
      sha256(report.buffer),
    ])

    await page.getByText('RU', { exact: true }).click()
    await page.getByTestId('slack-user-U0ANNA').click()
    await slack.getByTestId('slack-action-approve').waitFor()
    await picture(page, 'drop-4-card-narrow')
    await slack.getByTestId('slack-action-approve').click()
    await slack.getByText('Доставлено').nth(1).waitFor()
    await page.locator('.sides').getByText('Telegram').click()
    expect(await isDrawn(phone.locator('.bubble img'))).toBe(true)
    await phone.getByText('Очень длинное имя файла').waitFor()
    await picture(page, 'drop-5-phone-narrow')
    expect(problems).toEqual([])
  })

  it('pictures go as an album and others as documents; what could not be sent stays in the field', async () => {
    const { bridge, page, problems, phone } = await opened('ru-RU', 400)
    const pictures = [await snapshot(page, 'a.png'), await snapshot(page, 'b.png')]
    const document: Given = { name: LONG, mimeType: 'application/pdf', buffer: Buffer.from(pdf('').base64, 'base64') }
    await page.route('**/control/telegram/document', (route) => route.abort())
    await attach(phone, [document, ...pictures])
    await page.getByTestId('phone-composer').fill('Всё сразу')
    await page.getByTestId('phone-composer').press('Enter')
    await page.getByText('Не отправлено: песочница не отвечает').waitFor()
    await picture(page, 'album-1-half')
    expect(await page.getByTestId('chosen-file').allTextContents()).toEqual([expect.stringContaining(LONG)])
    expect(await page.getByTestId('phone-composer').inputValue(), 'the words went with the pictures').toBe('')
    expect(problems.splice(0), 'only what the test broke').toEqual([expect.stringContaining('ERR_FAILED')])

    await page.unroute('**/control/telegram/document')
    await page.getByTestId('phone-composer-send').click()
    await phone.locator('.bubble').getByText('Очень длинное имя файла').waitFor()
    const said = (await bridge.chat(111)).filter((message) => !message.from.isBot)
    expect(said.map(({ content, text }) => [content?.kind, text])).toEqual([
      ['photo', 'Всё сразу'],
      ['photo', ''],
      ['document', ''],
    ])
    expect(await bridge.telegramFilesOf(said)).toEqual([...pictures, document].map(({ buffer }) => sha256(buffer)))
    await picture(page, 'album-2-sent')
    expect(problems).toEqual([])
  })
})
