/** Those who act by trade besides the two who talk: gone from the final, or with another one's part. */
import type { Difference } from '../../difference.ts'
import { PARTIES } from '../../lexicon/markers.ts'
import { personsOf } from '../../lexicon/names.ts'
import { stem as stemOf } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import { alike, overlap } from '../reading/alike.ts'
import { matterAt } from '../reading/clauses.ts'
import { placesOf } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { changed } from './changed.ts'

const MOST = 80

/** Somebody else by his trade ("their lawyers", "your admin") does it in the source, and the final does not know of him. */
export function compareParties(source: Reading, final: Reading, roles: ReadonlyMap<number, unknown>): Difference[] {
  for (const [index, { from, to }] of source.clauses.slice(0, MOST).entries()) {
    for (let i = from; i < to; i++) {
      const party = PARTIES.at(source.tokens, i) ? matterAt(source.tokens[i] as Token) : undefined
      if (party === undefined || placesOf(final, party).length > 0) continue
      const others = (source.matter[index] ?? []).filter((word) => word !== party)
      const place = final.clauses.findIndex(
        (clause, k) =>
          overlap(others, final.matter[k] ?? []) >= Math.min(2, others.length) &&
          others.length > 0 &&
          (roles.has(k) ||
            final.tokens.slice(clause.from, clause.to).some((_, n) => PARTIES.at(final.tokens, clause.from + n))),
      )
      if (place >= 0) return [changed(source, index, final, place)]
    }
  }
  return []
}

type Party = { readonly word: string; readonly clause: number; readonly beside: readonly string[] }

/** "The designer wrote, the editor read" the other way round. */
export function swappedParties(source: Reading, final: Reading): Difference[] {
  const said = partiesOf(source)
  const written = partiesOf(final)
  for (const [i, a] of said.entries()) {
    for (const b of said.slice(i + 1)) {
      if (same(a.word, b.word)) continue
      const [x, y] = [a, b].map(({ word }) => written.filter((other) => same(word, other.word)))
      const [p, q] = [x?.[0], y?.[0]]
      if (!p || !q || p.clause === q.clause) continue
      const [own, crossed] = [like(a, p) + like(b, q), like(a, q) + like(b, p)]
      if (like(a, q) > like(a, p) && like(b, p) >= like(b, q) && crossed > own)
        return [changed(source, a.clause, final, q.clause)]
    }
  }
  return []
}

function same(a: string, b: string): boolean {
  return a === b || (!a.startsWith('person ') && !b.startsWith('person ') && alike(a, b))
}

function like(a: Party, b: Party): number {
  return overlap(a.beside, b.beside)
}

function partiesOf({ tokens, clauses, matter }: Reading): Party[] {
  const parties: Party[] = []
  clauses.slice(0, MOST).forEach(({ from, to }, clause) => {
    const own: { word: string; stem: string | undefined }[] = []
    for (let i = from; i < to && own.length < 2; i++) {
      const word = partyAt(tokens, i)
      if (word !== undefined) own.push({ word, stem: matterAt(tokens[i] as Token) })
    }
    // Two in one clause: who does what is not to be told by what stands beside them.
    const [only] = own
    if (own.length !== 1 || only === undefined) return
    parties.push({ word: only.word, clause, beside: (matter[clause] ?? []).filter((other) => other !== only.stem) })
  })
  return parties.slice(0, FEW)
}
const FEW = 8

/** Who: a trade, or a name by the person it may be of. */
function partyAt(tokens: readonly Token[], i: number): string | undefined {
  const token = tokens[i]
  if (token?.kind !== 'word') return undefined
  if (PARTIES.at(tokens, i)) return matterAt(token)
  // Without a capital nothing is a name.
  if (token.text === token.word) return undefined
  const [person] = /^\p{Lu}/u.test(token.text) ? (personsOf(token.word, stemOf(token.word)) ?? []) : []
  if (person !== undefined) return `person ${person}`
  return nameAt(tokens, i) ? matterAt(token) : undefined
}

function nameAt(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return before?.kind === 'word' && tokens[i]?.newLine !== true && /^\p{Lu}\p{Ll}+$/u.test(tokens[i]?.text ?? '')
}
