import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { Files } from '../../../../src/sandbox/files.ts'
import { startSandbox } from '../../../../src/sandbox/sandbox.ts'
import type { SandboxView } from '../../../../src/sandbox/view.ts'
import { sha256, temporaryFolder } from './files-support.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function folderFor(): Promise<string> {
  const { folder, remove } = await temporaryFolder()
  closing.push(remove)
  return folder
}

async function* chunks(...parts: (string | Error)[]) {
  for (const part of parts) {
    // Time for what came before to reach the disk.
    if (part instanceof Error) await sleep(50)
    if (part instanceof Error) throw part
    yield Buffer.from(part)
  }
}

async function text(files: Files, hash: string): Promise<string> {
  return Buffer.concat(await files.open(hash).toArray()).toString()
}

it('gives back what it was given, by its SHA-256', async () => {
  const files = new Files(join(await folderFor(), 'made', 'here'))
  expect(await files.put(chunks('сло', 'ва'))).toEqual({ sha256: sha256('слова'), size: 10 })
  expect(await files.put(chunks('слова'))).toEqual({ sha256: sha256('слова'), size: 10 })
  expect(await text(files, sha256('слова'))).toBe('слова')
  expect(() => files.open('../etc/passwd')).toThrow('SHA-256')
})

it('keeps nothing of what broke off', async () => {
  const folder = await folderFor()
  await expect(new Files(folder).put(chunks('сло', new Error('gone')))).rejects.toThrow('gone')
  expect(readdirSync(folder)).toEqual([])
})

it('removes a temporary folder at the end, and no other', async () => {
  const kept = await folderFor()
  const [temporary, lasting] = [new Files(), new Files(kept)]
  const { sha256: hash } = await temporary.put(chunks('x'))
  await lasting.put(chunks('x'))
  const opened = temporary.open(hash)
  const path = String(opened.path)
  await opened.toArray()
  expect(existsSync(path)).toBe(true)
  await temporary.close()
  await lasting.close()
  expect(existsSync(path)).toBe(false)
  expect(readdirSync(kept)).toEqual([hash])
})

it('lies beside the journal, so that a restart has the files', async () => {
  const journalFile = join(await folderFor(), 'journal')
  const before = await startSandbox({ port: 0, journalFile })
  const files = [{ base64: Buffer.from('слова').toString('base64'), name: 'a.txt' }]
  await fetch(`${before.url}/control/slack/file`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'U0OLEG', channel: 'C0SEO', files }),
  })
  await before.close()
  expect(readdirSync(`${journalFile}.files`)).toEqual([sha256('слова')])
  const after = await startSandbox({ port: 0, journalFile })
  closing.push(after.close)
  const { slack } = (await (await fetch(`${after.url}/control/state`)).json()) as SandboxView
  const address = slack.conversations
    .flatMap(({ messages }) => messages)
    .flatMap((message) => message.files)[0]?.address
  expect(await (await fetch(`${after.url}/${address}`)).text()).toBe('слова')
})
