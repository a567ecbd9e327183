import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { SEED, type Slack } from '../support.ts'

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
export const bearer = { authorization: `Bearer ${SEED.botToken}` }

export type FileJson = Record<string, unknown> & { id: string; url_private?: string; url_private_download?: string }

export async function place(slack: Slack, filename: string, length: number) {
  const { upload_url = '', file_id = '' } = await slack.web.files.getUploadURLExternal({ filename, length })
  return { url: upload_url, id: file_id }
}

export async function upload(slack: Slack, filename: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<string> {
  const { url, id } = await place(slack, filename, Buffer.byteLength(bytes))
  const answer = await fetch(url, { method: 'POST', body: bytes })
  expect([answer.status, await answer.text()]).toEqual([200, `OK - ${Buffer.byteLength(bytes)}`])
  return id
}

export async function fileInfo(slack: Slack, id: string): Promise<FileJson> {
  return (await slack.web.files.info({ file: id })).file as FileJson
}

export const sharedIn = (slack: Slack, channel: string) =>
  slack.until(() => slack.conversation(channel).messages.find(({ files }) => files.length > 0))

/** For bytes that outlive a sandbox, or that somebody sends from disk. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-test-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
