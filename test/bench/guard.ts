/**
 * `npm run bench:guard`: how long the guard takes for a long message (2,000 characters on each side) and for a hostile one
 * (200,000), in milliseconds: the least of many runs, for what else the machine does only adds to it. Prints JSON. What is
 * measured is what `npm start` runs, so the script builds it first.
 */
import { readFileSync } from 'node:fs'
import { type Pair, pairFiles, readPairs } from '../relay/guard/measure.ts'

const { compareFacts } = await built<typeof import('../../src/relay/guard/compare/facts.ts')>('compare/facts')
const { readFacts } = await built<typeof import('../../src/relay/guard/facts/read.ts')>('facts/read')
const { guard } = await built<typeof import('../../src/relay/guard/guard.ts')>('guard')
const { read } = await built<typeof import('../../src/relay/guard/sense/reading/reading.ts')>('sense/reading/reading')
const { tokenise } = await built<typeof import('../../src/relay/guard/text/tokens.ts')>('text/tokens')

const LONG = 2_000
const HOSTILE = 200_000

const pairs = pairFiles()
  .flatMap((file) => readPairs(readFileSync(file, 'utf8')))
  .filter(({ change }) => change === null)

const report = (['ru ru', 'en en', 'ru en'] as const).map((languages) => {
  const own = pairs.filter(({ sourceLang, finalLang }) => `${sourceLang} ${finalLang}` === languages)
  const [source, final] = [text(own, 'source', LONG), text(own, 'final', LONG)]
  const [from, to] = [read(source, undefined), read(final, undefined)]
  const [long, longer] = [text(own, 'source', HOSTILE), text(own, 'final', HOSTILE)]
  return {
    languages,
    guard: least(1_000, () => guard(source, final)),
    tokens: least(200, () => [tokenise(source), tokenise(final)]),
    facts: least(200, () => [readFacts(from.tokens), readFacts(to.tokens)]),
    reading: least(200, () => [read(source, undefined), read(final, undefined)]),
    comparingFacts: least(200, () => compareFacts(from.facts, to.facts)),
    hostile: least(3, () => guard(long, longer)),
  }
})
console.log(JSON.stringify(report, null, 2))

function built<T>(path: string): Promise<T> {
  return import(new URL(`../../dist/src/relay/guard/${path}.js`, import.meta.url).href)
}

/** Texts of the pairs one behind the other, as often as needed. */
function text(own: readonly Pair[], side: 'source' | 'final', length: number): string {
  const once = own.map((pair) => pair[side]).join('\n')
  return once.repeat(Math.ceil(length / once.length)).slice(0, length)
}

function least(runs: number, run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    run()
    least = Math.min(least, performance.now() - start)
  }
  return Math.round(least * 1_000) / 1_000
}
