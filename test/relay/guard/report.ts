/** How well the guard does on the pairs of test/fixtures/guard: `npm run guard:report [file...]`. */
import { readFileSync } from 'node:fs'
import { type Measured, measure, pairFiles, readPairs } from './measure.ts'

const files = process.argv.slice(2).filter((given) => !given.startsWith('--'))
const half = process.argv.find((given) => given.startsWith('--half='))?.slice(7)
const paths = files.length > 0 ? files : pairFiles()

for (const path of paths) {
  const all = readPairs(readFileSync(path, 'utf8'))
  const pairs = all.filter((_, i) => half === undefined || (i % 2 === 1) === (half === 'even'))
  console.log(`\n${path}\n${shown(measure(pairs))}`)
}

function shown({ classes, faithful, perPairMs }: Measured): string {
  const lines = classes.map(
    ({ name, pairs, caught, blocked, missed, unblocked }) =>
      `  ${name.padEnd(18)}${String(pairs).padStart(4)}  caught ${String(caught).padStart(3)}  blocked ${String(blocked).padStart(3)}  missed: ${missed.join(' ') || '-'}${unblocked.length > 0 ? `  not blocked: ${unblocked.join(' ')}` : ''}`,
  )
  return [
    ...lines,
    `  faithful ${faithful.pairs}: blocked ${faithful.blocked.length} (${percent(faithful.blocked.length, faithful.pairs)}): ${faithful.blocked.join(' ')}`,
    `    by kind of finding: ${
      Object.entries(faithful.kinds)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ') || 'none'
    }`,
    `  warned ${faithful.warned.length} (${percent(faithful.warned.length, faithful.pairs)}): ${faithful.warned.join(' ')}`,
    `  ${perPairMs.toFixed(3)} ms a pair`,
  ].join('\n')
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}
