import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { InputFile } from 'grammy'
import { expect, it } from 'vitest'
import { download, hashOfFile, largeSample } from './sample.ts'
import { openSandbox } from './support.ts'

setFlagsFromString('--expose_gc')
const collect: () => void = runInNewContext('gc')

/** How much more memory the work held at its worst, in megabytes, without what was only not swept away yet. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = held()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, held())
  }, 20)
  await work().finally(() => clearInterval(watch))
  if (process.env.SHOW) console.log('MB held', (most - before) / 1024 / 1024)
  return (most - before) / 1024 / 1024
}

it('takes 45 MB without holding them in memory, and hands them to nobody', async () => {
  const { api, ask } = await openSandbox()
  const path = await largeSample('a.zip', 45)
  let id = ''
  const megabytes = await growth(async () => {
    const sent = await api.sendDocument(111, new InputFile(path))
    expect(sent.document.file_size).toBe(45 * 1024 * 1024)
    id = sent.document.file_id
  })
  expect(megabytes).toBeLessThan(12)
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
