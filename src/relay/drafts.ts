import { digest } from '../core/hash.ts'
import type { RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Relay, RelayActivity, RelayVersion, Staff } from '../generated/prisma/client.ts'
import { addVersion } from './relays.ts'

/** The manager's wording that was kept and not sent, and what was said of it since. */
export type Draft = {
  readonly version: RelayVersion
  /** The author was asked about it, and has not answered. */
  readonly asked: RelayActivity | undefined
  readonly answer: (RelayActivity & { readonly staff: Staff | null }) | undefined
}

/** The newest draft of the words as they are now; one of older words counts no more. */
export async function draftOf(tx: Tx, relay: Pick<Relay, 'id' | 'revision'>): Promise<Draft | undefined> {
  const acts = await tx.relayActivity.findMany({
    where: { relayId: relay.id, kind: { in: ['drafted', 'asked', 'author_agreed', 'author_disagreed'] } },
    orderBy: { chainSeq: 'desc' },
    include: { staff: true },
  })
  const kept = acts.find(({ kind }) => kind === 'drafted' || kind === 'asked')
  if (!kept?.versionId) return undefined
  const version = await tx.relayVersion.findUnique({ where: { id: kept.versionId } })
  if (version?.revision !== relay.revision) return undefined
  const about = acts.filter(({ versionId }) => versionId === version.id)
  const answer = about.find(({ kind }) => kind === 'author_agreed' || kind === 'author_disagreed')
  const asked = about.find(({ kind }) => kind === 'asked')
  const isOpen = asked !== undefined && (answer === undefined || answer.chainSeq < asked.chainSeq)
  return { version, asked: isOpen ? asked : undefined, answer: isOpen ? undefined : answer }
}

/** Kept as a version; the same words again are the same draft. */
export async function keepDraft(
  tx: Tx,
  relay: Pick<Relay, 'id' | 'revision'>,
  given: { readonly body: RichText; readonly staffId: string; readonly at: Date },
): Promise<RelayVersion> {
  const known = await draftOf(tx, relay)
  if (known?.version.hash === digest(given.body)) return known.version
  return addVersion(tx, { relayId: relay.id, kind: 'draft', revision: relay.revision, ...given })
}
