import type { Card } from '../../../core/card.ts'
import { digest } from '../../../core/hash.ts'
import { type RichText, richTextSchema, wordsIn } from '../../../core/rich-text.ts'
import type { Tx } from '../../../db/client.ts'
import type { Project, RelayVersion, Request } from '../../../generated/prisma/client.ts'
import { draftOf } from '../../../relay/drafts.ts'
import type { RelayWithParts } from '../../../relay/relays.ts'
import { approvedWords } from '../../decide/leaving.ts'
import { proposalOf } from '../../rules/ruling.ts'

/** A relay with what its words become on their way. */
export type Waiting = RelayWithParts & { readonly request: Request & { readonly project: Project | null } }

/**
 * The manager's wording of what waits: as they kept it, or as they had approved it before that was taken back. Whoever undoes
 * their decision, or sees the client write before it left, must not have to find their words anew.
 */
export async function wordingOf(tx: Tx, relay: Waiting): Promise<Card['draft']> {
  const kept = await draftOf(tx, relay)
  const taken = await takenBack(tx, relay)
  const draft = kept && { ...kept, words: richTextSchema.parse(kept.version.body) }
  const isNewer = taken !== undefined && (draft === undefined || taken.version.at > draft.version.at)
  const isOther = taken !== undefined && (draft === undefined || digest(draft.words) !== digest(taken.words))
  if (taken !== undefined && isNewer && isOther) return drawn(tx, taken.version, taken.words)
  if (draft === undefined) return undefined
  const { version, asked, answer, words } = draft
  const author = relay.authorId === null ? null : await tx.staff.findUnique({ where: { id: relay.authorId } })
  return {
    ...(await drawn(tx, version, words)),
    asked: asked && { whom: author?.name ?? '', at: asked.at.toISOString() },
    answer: answer && {
      agrees: answer.kind === 'author_agreed',
      by: answer.staff?.name ?? '',
      at: answer.at.toISOString(),
      note: answer.note ?? undefined,
    },
  }
}

/** What was rewritten and approved, of the words as they are now. Undefined: that stands beside it anyway, or never was. */
async function takenBack(
  tx: Tx,
  relay: Waiting,
): Promise<{ readonly version: RelayVersion; readonly words: RichText } | undefined> {
  const last = await tx.relayActivity.findFirst({
    where: { relayId: relay.id, kind: { in: ['approved', 'approved_edited', 'scheduled', 'scheduled_edited'] } },
    orderBy: { chainSeq: 'desc' },
  })
  const isRewritten = last?.kind === 'approved_edited' || last?.kind === 'scheduled_edited'
  if (!isRewritten || last.versionId === null) return undefined
  const version = await tx.relayVersion.findUnique({ where: { id: last.versionId } })
  if (version?.revision !== relay.revision) return undefined
  const words = wordsIn(await approvedWords(tx, { relay, request: relay.request }, richTextSchema.parse(version.body)))
  const proposed = await proposalOf(tx, relay)
  if (proposed && digest(wordsIn(proposed)) === digest(words)) return undefined
  return { version, words }
}

async function drawn(tx: Tx, { id, staffId, at }: RelayVersion, words: RichText): Promise<NonNullable<Card['draft']>> {
  const by = staffId === null ? null : await tx.staff.findUnique({ where: { id: staffId } })
  return { version: id, by: by?.name ?? '', at: at.toISOString(), body: [...words] }
}
