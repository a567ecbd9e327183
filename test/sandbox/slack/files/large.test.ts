import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { openSlack } from '../support.ts'
import { bearer, fileInfo, place } from './files-support.ts'

const MB = 1024 ** 2
const SIZE = 45 * MB
const CHUNK = randomBytes(64 * 1024)

it('takes and gives 45 MB without ever holding them', async () => {
  const slack = await openSlack()
  const memory = watchMemory()
  const sent = createHash('sha256')
  const { url, id } = await place(slack, 'видео.mp4', SIZE)
  async function* bytes() {
    for (let at = 0; at < SIZE; at += CHUNK.length) {
      sent.update(CHUNK)
      memory.look()
      yield CHUNK
    }
  }
  const body = Readable.toWeb(Readable.from(bytes())) as BodyInit
  const answer = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(await answer.text()).toBe(`OK - ${SIZE}`)
  await slack.web.files.completeUploadExternal({ files: [{ id }] })

  const { url_private = '' } = await fileInfo(slack, id)
  const received = createHash('sha256')
  const download = await fetch(url_private, { headers: bearer })
  for await (const chunk of download.body ?? []) {
    received.update(chunk)
    memory.look()
  }
  expect(received.digest('hex')).toBe(sent.digest('hex'))
  // Buffers of both ends; as much when the file is four times as large.
  expect(memory.mostMb()).toBeLessThan(24)
})

/** What is still held after a collection: otherwise chunks that are long done with would be counted. */
function watchMemory() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / MB
  }
  const before = held()
  let [looks, most] = [0, 0]
  return {
    look: () => {
      looks += 1
      if (looks % 50 === 0) most = Math.max(most, held() - before)
    },
    mostMb: () => most,
  }
}
