import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { IncomingFile } from '../../../src/core/files.ts'
import type { Database } from '../../../src/db/client.ts'
import { handlesOf, keepFile, rememberHandles } from '../../../src/files/keep.ts'
import { type FileStore, folderStore } from '../../../src/files/store.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'
import { testFolder } from '../../support/files.ts'
import * as samples from '../../support/samples.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const LATER = new Date('2026-11-23T09:00:00Z')

class Kept {
  /** How often the platform was asked for bytes. */
  fetched = 0

  private constructor(
    readonly database: Database,
    readonly folder: string,
    readonly store: FileStore,
  ) {}

  static async open(): Promise<Kept> {
    const folder = await testFolder()
    return new Kept(await testDatabase(), folder, folderStore(folder))
  }

  keep(sample: samples.Sample, more: Partial<IncomingFile> = {}, now = NOW) {
    const { name, base64 } = sample
    const fetch = async () => {
      this.fetched += 1
      return Readable.from([Buffer.from(base64, 'base64')])
    }
    const given = { platform: 'telegram', remote: 'tg:1', kind: 'document', handle: 'h1', name, fetch } as const
    return keepFile(this.database, this.store, { ...given, ...more }, now)
  }

  rows = () => this.database.prisma.remoteFile.findMany({ orderBy: { remote: 'asc' } })
  files = () => this.database.prisma.file.findMany()
}

describe.runIf(hasDatabase)('a file that a platform hands over', () => {
  it('is kept, and known by its bytes', async () => {
    const kept = await Kept.open()
    const pdf = samples.pdf('Договор № 5.pdf')
    const size = Buffer.from(pdf.base64, 'base64').length
    expect(await kept.keep(pdf)).toEqual({
      name: 'Договор № 5.pdf',
      mime: 'application/pdf',
      sha256: pdf.sha256,
      size,
    })
    expect(await kept.files()).toMatchObject([{ sha256: pdf.sha256, size: BigInt(size), mime: 'application/pdf' }])
    expect(await kept.rows()).toMatchObject([
      { remote: 'tg:1', platform: 'telegram', sha256: pdf.sha256, handle: 'h1' },
    ])
  })

  it('is not fetched again, whatever it is called then', async () => {
    const kept = await Kept.open()
    const first = await kept.keep(samples.pdf('1.pdf'))
    expect(await kept.keep(samples.pdf('2.pdf'))).toEqual({ ...first, name: '2.pdf' })
    expect(kept.fetched).toBe(1)
  })

  it('is fetched again when its bytes are gone from the store', async () => {
    const kept = await Kept.open()
    const { sha256 } = await kept.keep(samples.pdf('1.pdf'))
    await rm(join(kept.folder, sha256.slice(0, 2)), { recursive: true })
    expect(await kept.keep(samples.pdf('1.pdf'))).toMatchObject({ sha256 })
    expect(kept.fetched).toBe(2)
    expect(await kept.store.has(sha256)).toBe(true)
  })

  it('is known by its new bytes when they had to be fetched again and are others', async () => {
    const kept = await Kept.open()
    const { sha256: before } = await kept.keep(samples.pdf('1.pdf', 'before'))
    await rm(join(kept.folder, before.slice(0, 2)), { recursive: true })
    const { sha256 } = await kept.keep(samples.pdf('1.pdf', 'after'))
    expect(await kept.rows()).toMatchObject([{ remote: 'tg:1', sha256 }])
    await kept.keep(samples.pdf('1.pdf', 'after'))
    expect(kept.fetched).toBe(2)
  })

  it('may come twice at the same time, and under two names of its platform', async () => {
    const kept = await Kept.open()
    const png = samples.png('a.png')
    const remotes = ['tg:1', 'tg:1', 'tg:2', 'tg:1', 'tg:2']
    const all = await Promise.all(remotes.map((remote) => kept.keep(png, { remote })))
    expect(new Set(all.map(({ sha256 }) => sha256))).toEqual(new Set([png.sha256]))
    expect(await kept.files()).toHaveLength(1)
    expect((await kept.rows()).map(({ remote }) => remote)).toEqual(['tg:1', 'tg:2'])
  })

  it.each([
    ['is refused', () => Promise.reject(new Error('no'))],
    [
      'breaks off',
      async () =>
        (async function* () {
          yield Buffer.alloc(100_000)
          throw new Error('no')
        })(),
    ],
  ])('leaves nothing when fetching it %s, and may come again', async (_, fetch) => {
    const kept = await Kept.open()
    const pdf = samples.pdf('1.pdf')
    await expect(kept.keep(pdf, { fetch })).rejects.toThrow('no')
    expect([await kept.files(), await kept.rows(), await kept.store.has(pdf.sha256)]).toEqual([[], [], false])
    expect(await kept.keep(pdf)).toMatchObject({ sha256: pdf.sha256 })
  })

  it('is called by what it is where its platform has no names', async () => {
    const kept = await Kept.open()
    expect(await kept.keep(samples.jpeg(''), { kind: 'photo', name: undefined })).toMatchObject({ name: 'photo.jpg' })
    const unknown = { kind: 'document', name: undefined, remote: 'tg:2' } as const
    expect(await kept.keep(samples.text('', 'слова'), unknown)).toMatchObject({ name: 'document' })
  })

  it('gets a safe name, and a warning when it is a program', async () => {
    const kept = await Kept.open()
    expect(await kept.keep(samples.program('../счёт\u202e.pdf'))).toMatchObject({
      name: '_счёт.pdf',
      warnings: ['executable', 'type_differs'],
    })
  })
})

describe.runIf(hasDatabase)('what a platform has of our files', () => {
  it('is told by their bytes, newest first, with the name it shows, and only what it takes in their place', async () => {
    const kept = await Kept.open()
    const { database } = kept
    const { sha256 } = await kept.keep(samples.pdf('1.pdf'))
    const { sha256: other } = await kept.keep(samples.png('2.png'), {
      remote: 'sl:F1',
      platform: 'slack',
      handle: undefined,
    })
    await kept.keep(samples.pdf('1.pdf'), { remote: 'tg:2', handle: 'h2', kind: 'video' }, LATER)
    expect(await handlesOf(database.prisma, 'telegram', [sha256, other])).toEqual([
      { sha256, kind: 'video', remote: 'tg:2', handle: 'h2', name: '1.pdf' },
      { sha256, kind: 'document', remote: 'tg:1', handle: 'h1', name: '1.pdf' },
    ])
    expect(await handlesOf(database.prisma, 'slack', [sha256, other])).toEqual([])
    expect(await handlesOf(database.prisma, 'telegram', [])).toEqual([])
  })

  it('is renewed: what it gave before may be stale; nothing new does not take away what is known', async () => {
    const kept = await Kept.open()
    const { database } = kept
    const { sha256 } = await kept.keep(samples.pdf('1.pdf'))
    const again = { sha256, kind: 'document', remote: 'tg:1' } as const
    await database.prisma.$transaction((tx) => rememberHandles(tx, 'telegram', [{ ...again, handle: 'new' }], LATER))
    await kept.keep(samples.pdf('1.pdf'), { handle: undefined }, LATER)
    expect(await handlesOf(database.prisma, 'telegram', [sha256])).toEqual([{ ...again, handle: 'new' }])
  })
})
