import { z } from 'zod'
import type { SlackUserView } from '../../view.ts'
import { localeOf, say } from '../text.ts'
import { fallbackText } from '../words/fallback.ts'
import { elementsIn } from './placed.ts'

type Values = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

/** What Slack's client holds against a form before it is sent, by block: a field left empty, too long, too short. */
export function fieldProblems(
  user: SlackUserView | undefined,
  blocks: readonly unknown[],
  values: Values,
): Record<string, string> {
  const locale = localeOf(user)
  const found = elementsIn(blocks, 'input').flatMap((placed): [string, string][] => {
    const { max_length: max = Number.POSITIVE_INFINITY, min_length: min = 0 } = placed.element
    const given = lengthOf(values[placed.blockId]?.[placed.element.action_id])
    if (given === 0) return placed.optional ? [] : [[placed.blockId, say(locale, 'required')]]
    if (given > max) return [[placed.blockId, say(locale, 'too-long', { max })]]
    if (given < min) return [[placed.blockId, say(locale, 'too-short', { min })]]
    return []
  })
  return Object.fromEntries(found)
}

const valueSchema = z.looseObject({
  value: z.string().nullish(),
  rich_text_value: z.record(z.string(), z.unknown()).nullish(),
})

/** Characters of what was typed; of a choice 1 when something is chosen. */
function lengthOf(given: Readonly<Record<string, unknown>> | undefined): number {
  const parsed = valueSchema.safeParse(given ?? {})
  if (!parsed.success) return 0
  const { value, rich_text_value: rich, type: _type, ...choice } = parsed.data
  if (typeof value === 'string') return value.length
  if (rich) return fallbackText([rich]).trim().length
  return Object.values(choice).some((chosen) => (Array.isArray(chosen) ? chosen.length > 0 : Boolean(chosen))) ? 1 : 0
}
