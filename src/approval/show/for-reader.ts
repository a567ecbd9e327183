import type { Quoted } from '../../core/answered.ts'
import type { Card } from '../../core/card.ts'
import type { FindingInWords } from '../../core/guard.ts'
import { plain, preview, type RichText, toPlain } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import type { Staff } from '../../generated/prisma/client.ts'
import { seesMoney } from '../../people/staff.ts'
import { hideAmounts, hideInLine, hideInRewording } from '../../relay/mask/money.ts'

export type Reader = Pick<Staff, 'role' | 'employment' | 'seesMoney'>

/**
 * A card as this reader may see it: without amounts of money for whom they are not meant. Whoever makes a card for a person
 * calls this last. Nobody: a place where everybody may see everything.
 */
export function forReader(card: Card, reader: Reader | undefined): Card {
  if (reader === undefined || seesMoney(reader)) return { ...card, files: undefined }
  const { body, amounts } = hideAmounts(card.body)
  const answered = (card.quotes ?? []).map((quote) => hideInRewording(quote.body, []))
  const proposal = hideInRewording(card.proposed?.body ?? [], amounts)
  const { draft, returned, changed, standing, decided, handed, lead } = card
  const kept = hideInRewording(draft?.body ?? [], amounts)
  return {
    ...card,
    body: [...body],
    quotes: card.quotes && quotesFor(card.quotes, reader),
    amountsHidden:
      amounts.length > 0 || answered.some(({ hasOthers }) => hasOthers) || proposal.hasOthers || kept.hasOthers,
    before: card.before.map((said) => ({ ...said, text: hideInLine(said.text) })),
    since: card.since.map((said) => ({ ...said, text: hideInLine(said.text) })),
    returned: returned && { ...returned, reason: hideInLine(returned.reason) },
    changed: changed && { ...changed, before: hideInLine(changed.before), after: hideInLine(changed.after) },
    standing: standing && [...hideAmounts(standing).body],
    proposed: card.proposed && {
      ...card.proposed,
      body: [...proposal.body],
      withheld: proposal.hasOthers,
      findings: [...findingsFor(card.proposed.findings, reader)],
    },
    draft: draft && {
      ...draft,
      body: [...kept.body],
      withheld: kept.hasOthers,
      answer: draft.answer && {
        ...draft.answer,
        note: draft.answer.note === undefined ? undefined : hideInLine(draft.answer.note),
      },
    },
    boundaries: card.boundaries?.map((boundary) => ({ ...boundary, words: hideInLine(boundary.words) })),
    handed: handed && { ...handed, note: hideInLine(handed.note) },
    lead: lead?.former ? { ...lead, former: { ...lead.former, reason: hideInLine(lead.former.reason) } } : lead,
    decided: decided && {
      ...decided,
      note: decided.note === undefined ? undefined : hideInLine(decided.note),
      final: decided.final && [...hideAmounts(decided.final).body],
      findings: decided.findings && [...findingsFor(decided.findings, reader)],
    },
  }
}

/** Somebody of whom nothing is known. */
export const STRANGER: Reader = { role: 'manager', employment: 'contractor', seesMoney: false }

/**
 * Whoever reads in the queue's channel, now or at any time later: when somebody works here to whom no amounts are shown, it
 * is made for them, and the others find all of it behind the buttons.
 */
export async function readerOfChannel(tx: Tx): Promise<Reader | undefined> {
  const staff = await tx.staff.findMany({ where: { active: true, OR: [{ seesMoney: false }, { role: 'manager' }] } })
  return staff.every(seesMoney) ? undefined : STRANGER
}

/** What the guard found, as this reader may see it. */
export function findingsFor(findings: readonly FindingInWords[], reader: Reader): readonly FindingInWords[] {
  if (seesMoney(reader)) return findings
  return findings.map((finding) => ({ ...finding, words: hideInLine(finding.words) }))
}

/** Words beside a card: a version, a message as the other side sees it. */
export function bodyFor(body: RichText, reader: Reader | undefined): RichText {
  return reader === undefined || seesMoney(reader) ? body : hideAmounts(body).body
}

/** What words answer: nobody writes on it, so no amount in it has a number. */
export function quotesFor(quotes: readonly Quoted[], reader: Reader | undefined): Quoted[] {
  if (reader === undefined || seesMoney(reader)) return [...quotes]
  return quotes.map(({ at, body }) => ({ at, body: [...hideInRewording(body, []).body] }))
}

/** The first `length` characters of words beside a card. */
export function cutFor(body: RichText, length: number, reader: Reader | undefined): string {
  return preview(plain(lineFor(toPlain(body), reader)), length)
}

export function lineFor(text: string, reader: Reader | undefined): string {
  return reader === undefined || seesMoney(reader) ? text : hideInLine(text)
}
