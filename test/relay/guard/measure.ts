/** What a run of the guard over pairs of texts amounts to, class by class. */
import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { LOCALES } from '../../../src/core/ids.ts'
import { guard } from '../../../src/relay/guard/guard.ts'

const pairSchema = z.object({
  id: z.string(),
  source: z.string(),
  final: z.string(),
  sourceLang: z.enum(LOCALES).optional(),
  finalLang: z.enum(LOCALES).optional(),
  change: z.object({ class: z.string(), note: z.string().optional() }).nullable(),
})
export type Pair = z.infer<typeof pairSchema>

export type Measured = {
  readonly classes: readonly {
    readonly name: string
    readonly pairs: number
    readonly caught: number
    readonly blocked: number
    readonly missed: readonly string[]
    readonly unblocked: readonly string[]
  }[]
  readonly faithful: {
    readonly pairs: number
    readonly blocked: readonly string[]
    readonly warned: readonly string[]
    readonly kinds: Readonly<Record<string, number>>
  }
  readonly perPairMs: number
}

/** Classes whose change must not leave unseen. */
export const BLOCK_CLASSES = new Set(
  'money vat number unit percent range quantity_word date time duration deadline phone email link file identifier negation added_commitment'.split(
    ' ',
  ),
)

const FOLDER = 'test/fixtures/guard'

/** Every file of pairs. */
export function pairFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => `${FOLDER}/${name}`)
}

export function readPairs(text: string): Pair[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => pairSchema.parse(JSON.parse(line)))
}

export function measure(pairs: readonly Pair[]): Measured {
  const before = process.cpuUsage()
  const judged = pairs.map((pair) => {
    const findings = guard(pair.source, pair.final, { sourceLang: pair.sourceLang, finalLang: pair.finalLang })
    const seen = findings.filter(({ severity }) => severity !== 'note')
    return {
      id: pair.id,
      name: pair.change?.class ?? '',
      findings,
      caught: seen.length > 0,
      blocked: seen.some(({ severity }) => severity === 'block'),
    }
  })
  // Processor time: what else runs on the machine does not count.
  const { user, system } = process.cpuUsage(before)
  const perPairMs = (user + system) / 1_000 / Math.max(1, pairs.length)
  const names = [...new Set(judged.map(({ name }) => name))].filter((name) => name !== '').sort()
  const faithful = judged.filter(({ name }) => name === '')
  const kinds: Record<string, number> = {}
  for (const { kind, severity, change } of faithful.flatMap(({ findings }) => findings)) {
    const key = `${kind}/${change}/${severity}`
    kinds[key] = (kinds[key] ?? 0) + 1
  }
  return {
    classes: names.map((name) => {
      const own = judged.filter((pair) => pair.name === name)
      return {
        name,
        pairs: own.length,
        caught: own.filter(({ caught }) => caught).length,
        blocked: own.filter(({ blocked }) => blocked).length,
        missed: own.filter(({ caught }) => !caught).map(({ id }) => id),
        unblocked: BLOCK_CLASSES.has(name)
          ? own.filter(({ blocked, caught }) => caught && !blocked).map(({ id }) => id)
          : [],
      }
    }),
    faithful: {
      pairs: faithful.length,
      blocked: faithful.filter(({ blocked }) => blocked).map(({ id }) => id),
      warned: faithful.filter(({ blocked, caught }) => caught && !blocked).map(({ id }) => id),
      kinds,
    },
    perPairMs,
  }
}
