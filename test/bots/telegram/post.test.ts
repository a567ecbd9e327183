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
})
