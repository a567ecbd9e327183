/** How much in a message speaks for a complaint: what is said of the work, not single words. Pure. */
import { matcher } from '../../../../core/word-list.ts'
import type { Sentence } from '../reading.ts'
import { type Tags, tagger } from '../tagger.ts'
import { EN } from '../words/en.ts'
import { RU } from '../words/ru.ts'
import { FAMILIES, type Family } from './families.ts'

type Evidence = { readonly weight: number; readonly stands: (tags: Tags<Family>) => boolean }

/** So much makes a complaint. */
export const COMPLAINT = 3
/** So much does when nothing else is said. */
export const DISPLEASURE = 2

/** What the phrases known for complaints weigh, and those that only often are one. */
const OUTSPOKEN = 4
const DISPLEASED = 2
const complains = matcher(`${RU.complaint} ${EN.complaint}`)
const isDispleased = matcher(`${RU.displeased} ${EN.displeased}`)

const read = tagger(FAMILIES)

const EVIDENCE: readonly Evidence[] = [
  // It does not work.
  { weight: 2, stands: ({ before }) => before('not', 'works', 2) },
  {
    weight: 1,
    stands: ({ before, near, has }) => before('not', 'works', 2) && (near('works', 'thing', 5) || !has('wish')),
  },
  { weight: 2, stands: ({ free }) => free('broken', 'no', 2) && free('broken', 'we', 1) },
  { weight: 1, stands: ({ near, free }) => free('broken', 'no', 2) && near('broken', 'thing', 5) },
  // It has not come, and it is late.
  { weight: 2, stands: ({ before, near }) => before('not', 'deliver', 3) && !near('me', 'deliver', 2) },
  { weight: 2, stands: ({ before }) => before('not', 'receive', 3) },
  { weight: 2, stands: ({ before }) => before('still', 'not', 2) || before('still', 'no', 2) },
  { weight: 1, stands: ({ has }) => has('still') },
  { weight: 2, stands: ({ near }) => near('since', 'wait', 4) || near('time', 'wait', 7) },
  { weight: 1, stands: ({ has }) => has('since') },
  { weight: 3, stands: ({ near, has }) => has('late') && near('late', 'over', 4) },
  { weight: 2, stands: ({ free }) => free('late', 'no', 2) },
  // It has happened before.
  { weight: 1, stands: ({ has }) => has('again') },
  { weight: 2, stands: ({ has }) => has('repeat') },
  // It is not what was said.
  { weight: 2, stands: ({ before }) => before('promise', 'contrast', 10) || before('promise', 'out', 6) },
  { weight: 2, stands: ({ before }) => before('not', 'promise', 6) },
  { weight: 2, stands: ({ near }) => near('promise', 'already', 2) },
  { weight: 1, stands: ({ has }) => has('promise') },
  { weight: 2, stands: ({ free }) => free('wrong', 'no', 1) },
  { weight: 1, stands: ({ near }) => near('wrong', 'out', 6) || near('wrong', 'thing', 3) },
  { weight: 2, stands: ({ near }) => near('stale', 'out', 6) },
  { weight: 1, stands: ({ near }) => near('stale', 'thing', 3) },
  // It is bad, and what it does to us.
  { weight: 4, stands: ({ free }) => free('furious', 'no', 2) },
  { weight: 1, stands: ({ has }) => has('sad') },
  { weight: 2, stands: ({ free }) => free('bad', 'no', 1) },
  { weight: 1, stands: ({ near }) => near('bad', 'work', 4) },
  { weight: 3, stands: ({ near }) => near('spend', 'vain', 9) },
  { weight: 3, stands: ({ near }) => near('result', 'drop', 4) },
  { weight: 4, stands: ({ free, before }) => free('refund', 'no', 2) && !before('refund', 'no', 1) },
  { weight: 2, stands: ({ before }) => before('folk', 'grumbles', 4) },
  { weight: 3, stands: ({ near }) => near('forced', 'self', 3) },
  { weight: 3, stands: ({ near }) => near('robot', 'seems', 8) },
  { weight: 3, stands: ({ near }) => near('time', 'none', 4) },
  { weight: 3, stands: ({ before }) => before('out', 'lacking', 3) || before('deliver', 'lacking', 3) },
  { weight: -3, stands: ({ before }) => before('lacking', 'clean', 2) },
  {
    weight: 3,
    stands: ({ near }) => near('excess', 'promise', 6) || near('excess', 'spend', 5) || near('excess', 'money', 5),
  },
  {
    weight: 3,
    stands: ({ near }) => near('twice', 'out', 4) || near('twice', 'promise', 4) || near('repeat', 'spend', 3),
  },
  { weight: 3, stands: ({ near }) => near('blank', 'shown', 3) || near('blank', 'thing', 4) },
  { weight: 3, stands: ({ near }) => near('not', 'worth', 5) || near('no', 'worth', 2) },
  { weight: 3, stands: ({ near }) => near('declines', 'work', 4) },
  { weight: 3, stands: ({ has }) => has('likeA') },
  { weight: 3, stands: ({ near }) => near('cost', 'rises', 4) },
  { weight: 3, stands: ({ has }) => has('butSaid') },
  { weight: -3, stands: ({ before }) => before('no', 'clean', 2) },
  { weight: 2, stands: ({ near, has }) => near('still', 'thing', 6) && !has('weStill') },
  // It is your fault.
  { weight: 3, stands: ({ before, has }) => before('you', 'blames', 2) && !has('asTold') },
  { weight: 3, stands: ({ has }) => has('scold') },
  { weight: 3, stands: ({ has }) => has('ignore') },
  { weight: 2, stands: ({ before }) => before('nobody', 'not', 2) },
  { weight: 3, stands: ({ before }) => before('nobody', 'deliver', 3) },
  { weight: 3, stands: ({ free, near }) => free('careless', 'no', 1) && !near('me', 'careless', 2) },
  // What speaks against it.
  { weight: -3, stands: ({ has }) => has('sorry') },
  { weight: -5, stands: ({ has }) => has('elsewhere') },
  { weight: -2, stands: ({ has }) => has('open') },
  { weight: -3, stands: ({ has }) => has('settled') },
  { weight: -2, stands: ({ has }) => has('own') },
  { weight: -2, stands: ({ has }) => has('if') },
  { weight: -1, stands: ({ has }) => has('money') },
  { weight: -4, stands: ({ has }) => has('praised') },
  { weight: -1, stands: ({ has }) => has('why') && !has('scold') },
  { weight: -2, stands: ({ has }) => has('ours') },
  // Something to be done is asked for: what is wrong with the present thing tells why.
  { weight: -1, stands: ({ has }) => has('wish') },
]

/** Of the sentence that says most, and a little of each of the others. */
export function weightOfComplaint(sentences: readonly Sentence[]): number {
  const weights = sentences.map(weigh).sort((a, b) => b - a)
  return weights.reduce((sum, weight, i) => (i === 0 ? weight : sum + Math.min(1, weight)), 0)
}

/** Whoever asks may only want to know. */
const ASKED = -1

/** As one shouts. */
const CRIED = 1

function weigh({ words, asks, cries }: Sentence): number {
  const tags = read(words.split(' '))
  const standing = EVIDENCE.filter(({ stands }) => stands(tags)).map(({ weight }) => weight)
  const against = sumOf(standing.filter((weight) => weight < 0))
  const tone = cries ? CRIED : asks && !tags.has('scold') ? ASKED : 0
  const spoken = (complains(words) ? OUTSPOKEN : 0) + tone
  // The words that only often complain are what the families read too: they are not counted twice.
  return Math.max(sumOf(standing) + spoken, isDispleased(words) ? DISPLEASED + against : 0)
}

const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0)
