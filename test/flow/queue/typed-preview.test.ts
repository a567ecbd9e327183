import { describe, expect, it, vi } from 'vitest'
import { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { atClient, more, waitingAnswer } from '../../support/queue.ts'

const richText = (...elements: object[]) => ({ type: 'rich_text', elements })
const line = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })
const table = {
  type: 'rich_text_list',
  style: 'bullet',
  indent: 0,
  elements: [line('аудит'), line('отчёт')],
}

/** What stands in the field of the dialogue on top, without sending it off. */
async function typed(bridge: Bridge, value: object, user = 'U0ANNA') {
  const { id, view } = await bridge.modal(user)
  const { blocks } = view as { blocks: { block_id: string; element?: { type: string; action_id: string } }[] }
  const field = blocks.find(({ block_id: block }) => block.startsWith('words'))
  return { viewId: id, values: { [field?.block_id ?? '']: { words: { type: field?.element?.type, ...value } } } }
}

/** Clicks "Preview" with these words typed; all that lies on top of the dialogue then. */
async function previewOf(bridge: Bridge, value: object, user = 'U0ANNA') {
  const given = await typed(bridge, value, user)
  await bridge.act('slack/click', { user, actionId: 'preview_typed', ...given })
  await vi.waitUntil(async () => (await bridge.modal(user)).id !== given.viewId, { timeout: 5_000, interval: 10 })
  return { below: given, top: await bridge.modal(user) }
}

const textOf = (modal: { view: unknown }) => JSON.stringify(modal.view)
const modalsOf = async (bridge: Bridge) => (await bridge.state()).slack.modals.length

describe.runIf(hasDatabase)('what is typed in a dialogue, before it is sent off', () => {
  it('is shown as the client will see it, with what is lost and what changes the meaning; nothing leaves', async () => {
    const { bridge } = await waitingAnswer('Сделаем за 14 дней')
    await bridge.click('edit')
    const words = { rich_text_value: richText(line('Сделаем за 10 дней:'), table) }
    const { below, top } = await previewOf(bridge, words)
    const shown = textOf(top)
    expect(shown).toContain('Как увидит клиент')
    expect(shown).toContain('Сделаем за 10 дней:')
    expect(shown, 'a list as Telegram shows it').toContain('• аудит')
    expect(shown).not.toContain('rich_text_list')
    expect(shown).toContain('У другой стороны')
    expect(shown).toMatch(/14 дней.*10 дней/)
    expect((top.view as { submit: unknown }).submit, 'nothing can be sent off there').toBeNull()
    await bridge.settle()
    expect(await atClient(bridge)).toHaveLength(1)

    await bridge.act('slack/close', { user: 'U0ANNA', viewId: top.id })
    const again = await bridge.modal()
    expect(again.id, 'the dialogue lies below with its words').toBe(below.viewId)
    await bridge.submit('За 14 дней сделаем')
    await bridge.settle()
    expect((await atClient(bridge)).at(-1)).toBe('За 14 дней сделаем')
  })

  it('shows every message that long words become', async () => {
    const { bridge } = await waitingAnswer()
    await bridge.click('edit')
    const long = Array.from({ length: 900 }, (_, i) => `слово${i}`).join(' ')
    const { top } = await previewOf(bridge, { rich_text_value: richText(line(long)) })
    expect(textOf(top)).toContain('Сообщение 2 из 2')
  })

  it('goes under the first name of who said it', async () => {
    const { bridge } = await waitingAnswer()
    await bridge.database.prisma.project.updateMany({ data: { voice: 'first_name' } })
    await bridge.click('edit')
    const { top } = await previewOf(bridge, { rich_text_value: richText(line('Две недели')) })
    expect(textOf(top)).toContain('— Олег')
  })

  it('an answer of the manager, and a question sent back to the client, are shown as theirs', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Сколько займёт аудит?')
    await bridge.settle()
    await bridge.click('answer')
    const answer = await previewOf(bridge, { rich_text_value: richText(line('Отвечу *завтра*')) })
    expect(textOf(answer.top)).toContain('Как увидит клиент')
    expect(textOf(answer.top)).toContain('Отвечу *завтра*')
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: answer.top.id })
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: answer.below.viewId })
    await bridge.click('return')
    const question = await previewOf(bridge, { value: 'Какого сайта?' })
    expect(textOf(question.top)).toContain('Какого сайта?')
    expect(textOf(question.top)).toContain('Как увидит клиент')
  })

  it('what goes to the author, or is only kept, has no preview', async () => {
    const { bridge } = await waitingAnswer()
    await bridge.click('return')
    expect(textOf(await bridge.modal())).not.toContain('preview_typed')
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: (await bridge.modal()).id })
    await bridge.click('reject')
    expect(textOf(await bridge.modal())).not.toContain('preview_typed')
  })

  it('lies as the third upon "More" and what that opened', async () => {
    const { bridge } = await waitingAnswer()
    for (const act of ['schedule', 'refuse']) {
      await more(bridge, act)
      const { top } = await previewOf(bridge, { rich_text_value: richText(line('К сожалению, не раньше марта')) })
      expect(textOf(top)).toContain('не раньше марта')
      expect(await modalsOf(bridge)).toBe(3)
      for (let left = 3; left > 0; left--)
        await bridge.act('slack/close', { user: 'U0ANNA', viewId: (await bridge.modal()).id })
    }
  })

  it('says what keeps the words from leaving, and that it is decided by now', async () => {
    const { bridge } = await waitingAnswer()
    await bridge.click('edit')
    const blank = await previewOf(bridge, { rich_text_value: null })
    expect(textOf(blank.top)).toContain('Отправлять нечего')
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: blank.top.id })
    await bridge.click('approve')
    await bridge.settle()
    const late = await previewOf(bridge, { rich_text_value: richText(line('Три недели')) })
    expect(textOf(late.top)).toContain('Анна')
    expect(textOf(late.top), 'nobody shall take it for what leaves').not.toContain('Три недели')
  })

  it('speaks English to whoever reads English, and hides the amounts that are hidden from them', async () => {
    const { bridge } = await waitingAnswer('Аудит стоит 150 000 ₽')
    await bridge.database.prisma.staff.updateMany({
      where: { remoteUser: 'sl:U0ANNA' },
      data: { locale: 'en', seesMoney: false },
    })
    await bridge.click('edit')
    expect(textOf(await bridge.modal())).toContain('"Preview"')
    const { top } = await previewOf(bridge, { rich_text_value: richText(line('Аудит обойдётся в •••¹')) })
    expect(textOf(top)).toContain('As the client sees it')
    expect(textOf(top)).toContain('Аудит обойдётся в •••')
    expect(textOf(top)).not.toContain('150')
  })
})
