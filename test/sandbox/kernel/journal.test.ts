import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { GROUP, openSandbox } from '../telegram/support.ts'

const folder = mkdtempSync(join(tmpdir(), 'liaison-journal-'))
const journalFile = join(folder, 'deep', 'sandbox.jsonl')
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('comes back with every chat and every update that is not confirmed', async () => {
  const before = await openSandbox({ journalFile })
  await before.act('say', { user: 111, chat: 111, text: 'раз' })
  await before.ask('getUpdates', { offset: 2 })
  await before.act('say', { user: 111, chat: 111, text: 'два' })
  await before.act('start', { user: 114 })
  await before.act('block', { user: 113 })
  await before.act('upgrade', { user: 111, chat: (await before.act('group', { user: 111, title: 'Г' })).chat_id })
  const { message_id: id } = (await before.ask('sendMessage', { chat_id: GROUP, text: 'ответ' })).result
  await before.act('react', { user: 112, chat: GROUP, message: id, emoji: '👍' })
  await before.act('edit', { user: 111, chat: 111, message: 2, text: 'два с половиной' })
  await before.ask('setMyCommands', { commands: [{ command: 'help', description: 'Помощь' }], language_code: 'ru' })
  const { telegram } = await before.state()
  const pending = await before.ask('getUpdates')
  await before.close()

  const after = await openSandbox({ journalFile })
  expect((await after.state()).telegram).toEqual(telegram)
  expect(await after.ask('getUpdates')).toEqual(pending)
  expect((await after.act('say', { user: 111, chat: 111, text: 'три' })).message_id).toBe(3)
  expect((await after.ask('sendMessage', { chat_id: 113, text: 'x' })).error_code).toBe(403)
})

it('drops a last line that a kill cut off, says so, and writes on behind it', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const before = await openSandbox({ journalFile })
  await before.act('say', { user: 111, chat: 111, text: 'раз' })
  await before.close()
  appendFileSync(journalFile, '{"platform":"telegram","at":1,"data":[{"type":"delet')
  const after = await openSandbox({ journalFile })
  expect(warned).toHaveBeenCalledWith(expect.stringContaining('cut off'))
  await after.act('say', { user: 111, chat: 111, text: 'два' })
  await after.close()
  const again = await openSandbox({ journalFile })
  expect((await again.state()).telegram.chats[0]?.messages.map(({ text }) => text)).toEqual(['раз', 'два'])
  expect(readFileSync(journalFile, 'utf8')).not.toContain('delet')
})

it('names the file and the line that is no entry', async () => {
  await (await openSandbox({ journalFile })).act('say', { user: 111, chat: 111, text: 'раз' })
  appendFileSync(journalFile, 'not JSON\n')
  await expect(openSandbox({ journalFile })).rejects.toThrow(/sandbox\.jsonl.*line 2/)
})
