import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { grammyApi } from '../../../bots/telegram/drivers/grammy.ts'
import { postFiles } from '../../../bots/telegram/send/post.ts'
import type { Attachment } from '../../../src/core/attachment.ts'
import { openSandbox, TOKEN } from '../../sandbox/telegram/support.ts'

const file: Attachment = {
  kind: 'document',
  name: 'a.pdf',
  size: 5,
  mime: 'application/pdf',
  sha256: 'a'.repeat(64),
}

describe('files on their way to Telegram', () => {
  it('that our own store has lost are sent later: nothing can have arrived', async () => {
    const { url, state } = await openSandbox()
    const api = grammyApi({ token: TOKEN, apiRoot: `${url}/telegram` })
    const bytes = { open: () => Promise.reject(new Error('the file store has nothing under it')) }
    const piece = { files: [file], words: { text: '', entities: [] } }
    expect(await postFiles(api, bytes, { chat_id: 111 }, piece)).toMatchObject({
      kind: 'later',
      detail: 'the file store has nothing under it',
    })
    expect((await state()).telegram.chats[0]?.messages).toEqual([])
    api.close()
  })

  it('that our own store breaks off in the middle are sent later, also as one of an album', async () => {
    const { url, state } = await openSandbox()
    const api = grammyApi({ token: TOKEN, apiRoot: `${url}/telegram` })
    const whole = { ...file, sha256: 'b'.repeat(64) }
    async function* half() {
      yield Buffer.alloc(70_000, 1)
      throw new Error('the bucket hung up')
    }
    const bytes = {
      open: async (sha256: string) => Readable.from(sha256 === whole.sha256 ? [Buffer.from('hello')] : half()),
    }
    for (const files of [[file], [whole, file]]) {
      const piece = { files, words: { text: '', entities: [] } }
      expect(await postFiles(api, bytes, { chat_id: 111 }, piece)).toMatchObject({
        kind: 'later',
        detail: 'the bucket hung up',
      })
    }
    expect((await state()).telegram.chats[0]?.messages).toEqual([])
    api.close()
  })

  it('of which nobody knows whether Telegram took them stay unsure: the line broke, not our store', async () => {
    const { url } = await openSandbox()
    const api = grammyApi({ token: TOKEN, apiRoot: `${url}/telegram` })
    const bytes = { open: async () => Readable.from([Buffer.from('hello')]) }
    const fault = { platform: 'telegram', method: 'sendDocument', do: { kind: 'cut', when: 'after' }, times: 1 }
    const headers = { 'content-type': 'application/json' }
    await fetch(`${url}/control/faults`, { method: 'POST', headers, body: JSON.stringify(fault) })
    const piece = { files: [file], words: { text: '', entities: [] } }
    expect(await postFiles(api, bytes, { chat_id: 111 }, piece)).toMatchObject({ kind: 'unsure' })
    api.close()
  })
})
