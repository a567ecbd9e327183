import type { FileKind } from '../core/attachment.ts'
import { safeName } from '../core/file-name.ts'
import type { Handle, IncomingFile, KeptFile } from '../core/files.ts'
import type { Platform } from '../core/ids.ts'
import type { Database, Tx } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { BEGINNING_BYTES, sniff } from './sniff.ts'
import { beginningOf, type FileStore } from './store.ts'

/**
 * Keeps a file that a platform hands over, and says what it is. Bytes that came before are not fetched again. No
 * transaction may be open: the bytes come over the network. Throws what fetching throws.
 */
export async function keepFile(
  database: Database,
  store: FileStore,
  given: IncomingFile,
  now: Date,
): Promise<KeptFile> {
  const known = await database.prisma.remoteFile.findUnique({
    where: { remote: given.remote },
    include: { file: true },
  })
  const stored =
    known && (await store.has(known.sha256))
      ? { sha256: known.sha256, size: Number(known.file.size) }
      : await store.put(await given.fetch())
  const beginning = await beginningOf(store, stored.sha256, BEGINNING_BYTES)
  const name = safeName(given.name ?? '')
  const { mime, ending, warnings } = await sniff(beginning, given.name === undefined ? '' : name)
  await transaction(database, async (tx) => {
    await tx.file.createMany({ skipDuplicates: true, data: [{ ...stored, mime, createdAt: now }] })
    const shownAs = given.name === undefined ? undefined : name
    const handle = { ...given, sha256: stored.sha256, handle: given.handle ?? '', name: shownAs }
    await rememberHandles(tx, given.platform, [handle], now)
  })
  return {
    ...stored,
    mime,
    name: given.name === undefined ? nameFor(given.kind, ending) : name,
    ...(warnings.length === 0 ? {} : { warnings }),
  }
}

/** Where the platform has no names (a photo, a voice message) the kind is the name. */
function nameFor(kind: FileKind, ending: string | undefined): string {
  return ending === undefined ? kind : `${kind}.${ending}`
}

/** What a platform can be given in place of these bytes: the newest word counts, since what it gave before may be stale. */
export async function rememberHandles(
  tx: Tx,
  platform: Platform,
  handles: readonly (Handle & { readonly kind: FileKind })[],
  now: Date,
): Promise<void> {
  // In one order everywhere, so that two at once wait for each other instead of standing in each other's way.
  for (const { remote, sha256, kind, handle, name = null } of handles.toSorted((a, b) =>
    a.remote < b.remote ? -1 : 1,
  )) {
    const known = { sha256, kind, at: now, ...(handle === '' ? {} : { handle, name }) }
    await tx.remoteFile.upsert({ where: { remote }, create: { remote, platform, ...known }, update: known })
  }
}

/** What this platform already has of these files. */
export async function handlesOf(tx: Tx, platform: Platform, hashes: readonly string[]): Promise<Handle[]> {
  if (hashes.length === 0) return []
  const rows = await tx.remoteFile.findMany({
    where: { platform, sha256: { in: [...hashes] }, handle: { not: null } },
    orderBy: { at: 'desc' },
  })
  return rows.map((row) => ({
    remote: row.remote,
    sha256: row.sha256,
    kind: row.kind as FileKind,
    handle: row.handle ?? '',
    name: row.name ?? undefined,
  }))
}
