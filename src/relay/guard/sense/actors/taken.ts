/** What somebody else does in the source is done by us in the final: "the expert prepares" that became "we prepare". */
import type { Difference } from '../../difference.ts'
import { ofWord } from '../../text/answers.ts'
import { kindred, stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import { overlap } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'
import { changed } from './changed.ts'

const MOST = 40

/** Known by one Russian verb in two persons, with another word in common. */
export function takenOver(source: Reading, final: Reading): Difference | undefined {
  if (source.language !== 'ru' || final.language !== 'ru') return undefined
  const theirs = verbsOf(source, THEIRS)
  const ours = verbsOf(final, OURS)
  if (theirs.length > MOST || ours.length > MOST) return undefined
  if (theirs.length === 0 || ours.length === 0) return undefined
  const stillTheirs = verbsOf(final, THEIRS)
  const alwaysOurs = verbsOf(source, OURS)
  for (const { clause, word } of theirs) {
    const taken = ours.find(
      (one) =>
        kindred(stem(one.word), stem(word)) &&
        overlap(source.matter[clause] ?? [], final.matter[one.clause] ?? []) >= 2 &&
        !ours.some((other) => other !== one && kindred(stem(other.word), stem(one.word))),
    )
    if (!taken) continue
    const kept = stillTheirs.some((one) => kindred(stem(one.word), stem(word)))
    const own = alwaysOurs.some((one) => kindred(stem(one.word), stem(word)))
    if (!kept && !own) return changed(source, clause, final, taken.clause)
  }
  return undefined
}
/** A person or a thing does, or will do, it: not "it opens by itself". */
const THEIRS = verbsIn(/^\p{L}{2,}(?:ет|ит|ут|ют|ат|ят)$/u)
const OURS = verbsIn(/^\p{L}{2,}(?:ем|им)$/u)
/** No verbs, or what no one does. */
const NO_VERB =
  /^(?:будет|будут|нет|может|могут|хочет|хотят|просит|просят|стоит|бюджет|сайт|макет|ответ|пакет|отчет|привет|этим|чем|всем|своим|нашим|вашим|совсем|затем)$/

function verbsIn(form: RegExp): (token: Token) => boolean {
  return ofWord((word) => word.length > 4 && form.test(word) && !NO_VERB.test(word))
}

function verbsOf({ tokens, clauses }: Reading, isVerb: (token: Token) => boolean): { word: string; clause: number }[] {
  const verbs: { word: string; clause: number }[] = []
  clauses.forEach(({ from, to, asks }, clause) => {
    if (asks) return
    for (let i = from; i < to; i++) {
      const token = tokens[i] as Token
      if (isVerb(token)) verbs.push({ word: token.word, clause })
    }
  })
  return verbs
}
