/**
 * What an agency promises in time, as its file has it under `agency: sla` and its row as JSON. The message of each check is
 * the name of a text (apply/file/text.ts).
 */
import { z } from 'zod'
import type { SlaKind } from '../core/sla.ts'

const section = { error: 'expects-section' }
const minutes = z.int({ error: 'expects-sla-minutes' }).min(0, { error: 'expects-sla-minutes' }).max(60_000, {
  error: 'expects-sla-minutes',
})
const share = (most: number) =>
  z.number({ error: 'expects-share' }).min(0, { error: 'expects-share' }).max(most, { error: 'expects-share' })

const targets = {
  firstAnswer: minutes,
  nextAnswer: minutes,
  decision: minutes,
  specialist: minutes,
}

export const slaSchema = z.strictObject(
  {
    firstAnswer: minutes.default(120),
    nextAnswer: minutes.default(240),
    decision: minutes.default(60),
    specialist: minutes.default(240),
    /** The share of the target after which it is warned; ... */
    warn: share(1).default(0.75),
    /** ... the further share after which the deputy is told that it is late, and the one after that for whoever leads. */
    deputy: share(10).default(0.5),
    lead: share(10).default(0.5),
    /** Other targets for clients of a tier. */
    tiers: z
      .record(
        z.string(),
        z.strictObject(
          {
            firstAnswer: targets.firstAnswer.optional(),
            nextAnswer: targets.nextAnswer.optional(),
            decision: targets.decision.optional(),
            specialist: targets.specialist.optional(),
          },
          section,
        ),
        section,
      )
      .default({}),
  },
  section,
)
export type SlaSettings = z.output<typeof slaSchema>

const NAME_OF = {
  first_answer: 'firstAnswer',
  next_answer: 'nextAnswer',
  decision: 'decision',
  specialist: 'specialist',
} as const satisfies Record<SlaKind, keyof SlaSettings>

/** Throws for a row that no version of this program wrote. */
export function slaOf(agency: { readonly sla: unknown }): SlaSettings {
  return slaSchema.parse(agency.sla)
}

/** Business minutes; 0: this agency keeps no such clock. */
export function targetOf(settings: SlaSettings, kind: SlaKind, tier: string): number {
  const name = NAME_OF[kind]
  return settings.tiers[tier]?.[name] ?? settings[name]
}
