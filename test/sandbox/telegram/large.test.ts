import { execFile } from 'node:child_process'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { InputFile } from 'grammy'
import { expect, it } from 'vitest'
import { download, hashOf, hashOfFile, largeSample } from './sample.ts'
import { openSandbox, TOKEN } from './support.ts'

setFlagsFromString('--expose_gc')
const collect: () => void = runInNewContext('gc')

/** How much more memory the work held at its worst, in megabytes, without what was only not swept away yet. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const held = () => {
    // The first time finds what is not used, the second counts what that has freed.
    collect()
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = held()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, held())
  }, 300)
  await work().finally(() => clearInterval(watch))
  return (most - before) / 1024 / 1024
}

/** A bot of its own, so that only what the sandbox holds is measured. Answers with the file_id. */
async function sendFromOutside(apiRoot: string, path: string): Promise<string> {
  const program = `import { Api, InputFile } from 'grammy'
    const [token, apiRoot, path] = process.argv.slice(1)
    const { document } = await new Api(token, { apiRoot }).sendDocument(111, new InputFile(path))
    process.stdout.write(document.file_id)`
  const args = ['--input-type=module', '-e', program, TOKEN, apiRoot, path]
  return (await promisify(execFile)(process.execPath, args)).stdout
}

it('takes 45 MB without holding them in memory, and hands them to nobody', async () => {
  const { url, ask, state } = await openSandbox()
  const path = await largeSample('a.zip', 45)
  let id = ''
  const megabytes = await growth(async () => {
    id = await sendFromOutside(`${url}/telegram`, path)
  })
  expect(megabytes).toBeLessThan(12)
  const content = (await state()).telegram.chats[0]?.messages[0]?.content
  expect(content?.file?.size).toBe(45 * 1024 * 1024)
  const kept = await fetch(`${url}/${content?.file?.url}`)
  expect(await hashOf(Readable.fromWeb(kept.body as never))).toBe(await hashOfFile(path))
  expect(await ask('getFile', { file_id: id })).toMatchObject({ description: 'Bad Request: file is too big' })
})

it('hands out 19 MB without holding them in memory', async () => {
  const opened = await openSandbox()
  const path = await largeSample('a.zip', 19)
  const { document } = await opened.api.sendDocument(111, new InputFile(path))
  let got = ''
  const megabytes = await growth(async () => {
    got = await download(opened, document.file_id)
  })
  expect(got).toBe(await hashOfFile(path))
  expect(megabytes).toBeLessThan(8)
})

it('takes no more than 50 MB', async () => {
  const { api, state } = await openSandbox()
  const sent = api.sendDocument(111, new InputFile(await largeSample('a.zip', 51)))
  await expect(sent).rejects.toMatchObject({ error_code: 413, description: 'Request Entity Too Large' })
  expect((await state()).telegram.chats[0]?.messages).toEqual([])
})
