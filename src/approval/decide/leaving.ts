import type { Quoted } from '../../core/answered.ts'
import { type RichText, toPlain } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Project, Relay, Request, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { quotesOf } from '../../relay/answers.ts'
import { wallOf } from '../../relay/mask/wall.ts'
import type { RelayWithParts } from '../../relay/relays.ts'

type Bound = {
  readonly relay: Pick<Relay, 'direction' | 'kind' | 'authorId' | 'clientId'>
  readonly request: Pick<Request, 'projectId'> & { readonly project: Pick<Project, 'voice'> | null }
}

/**
 * The words as the other side gets them: masked for a team that has a blind contractor, with its tokens turned back and the
 * specialist's first name under them for a client; for a team also what they answer. What this returns is what is approved,
 * hashed and sent. `keep` before it leaves.
 */
export async function leaving(
  tx: Tx,
  { relay, request }: Bound & { readonly relay: Pick<RelayWithParts, 'round' | 'parts'> },
  body: RichText,
): Promise<{ readonly body: RichText; readonly quotes: readonly Quoted[]; readonly keep: () => Promise<void> }> {
  const wall = await wallOf(tx, { clientId: relay.clientId, projectId: request.projectId })
  if (relay.direction === 'to_team') {
    const { locale } = await agencyOf(tx)
    const quotes = await quotesOf(tx, relay, body, { locale, wall })
    return { body: wall?.body(body) ?? body, quotes, keep: wall?.keep ?? nothing }
  }
  const opened = wall?.open(body) ?? body
  const author = relay.authorId === null ? null : await tx.staff.findUnique({ where: { id: relay.authorId } })
  const name = signatureOf({ relay, request }, author)
  return { body: name === undefined ? opened : [...opened, ...signature(name)], quotes: [], keep: nothing }
}

/** The words that somebody approved, out of what `leaving` made of them: without masks and the name under them. */
export async function approvedWords(tx: Tx, { relay, request }: Bound, left: RichText): Promise<RichText> {
  if (relay.direction === 'to_team') {
    const wall = await wallOf(tx, { clientId: relay.clientId, projectId: request.projectId })
    return wall?.open(left) ?? left
  }
  const author = relay.authorId === null ? null : await tx.staff.findUnique({ where: { id: relay.authorId } })
  const name = signatureOf({ relay, request }, author)
  const isSigned = name !== undefined && toPlain(left.slice(-1)) === toPlain(signature(name))
  return isSigned ? left.slice(0, -1) : left
}

/** Whose name stands under it; undefined: the agency speaks. */
export function signatureOf({ relay, request }: Bound, author: Staff | null): string | undefined {
  const isSpoken = relay.direction === 'to_client' && relay.kind !== 'removal'
  if (!isSpoken || request.project?.voice !== 'first_name' || author?.role !== 'specialist') return undefined
  return firstName(author.name)
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}

function signature(name: string): RichText {
  return [{ type: 'paragraph', content: [{ type: 'text', text: `— ${name}` }] }]
}

async function nothing(): Promise<void> {}
