/**
 * Every weight, half-life and switch of the relationship-frequency score (src/score) in one object. Whoever changes one gives
 * it another `version`, and each client is folded again. Half-lives are business days. The message of every check is the name
 * of a text that says what is expected.
 */
import { z } from 'zod'
import type { CHANNELS } from './interaction.ts'

/** A key that is not known is said to be that. */
const section = {
  error: ({ code }: { readonly code: string }) => (code === 'invalid_type' ? 'expects-section' : undefined),
}
const positive = z.number({ error: 'expects-above-zero' }).positive({ error: 'expects-above-zero' })
const wrongShare = { error: 'expects-part-of-one' }
const share = z.number(wrongShare).min(0, wrongShare).max(1, wrongShare)
const whole = (least: number, error: string) => z.int({ error }).min(least, { error })
const onOff = z.boolean({ error: 'expects-yes-or-no' })

/** So many times the expected gap, held between two bounds. */
const ofGap = z.strictObject({ timesGap: positive, min: positive.optional(), max: positive.optional() }, section)
export type OfGap = z.infer<typeof ofGap>

export const DEDUCTIONS = ['rhythm', 'initiative', 'answers', 'tone'] as const
export type Deduction = (typeof DEDUCTIONS)[number]

/** A deduction takes up to `share` of the base. */
const deduction = (of: number) =>
  z.strictObject({ on: onOff.default(true), share: share.default(of) }, section).prefault({})

function perChannel(values: Record<(typeof CHANNELS)[number], number>) {
  const { in_person, video, phone, email, messenger } = values
  return z
    .strictObject(
      {
        in_person: positive.default(in_person),
        video: positive.default(video),
        phone: positive.default(phone),
        email: positive.default(email),
        messenger: positive.default(messenger),
      },
      section,
    )
    .prefault({})
}

export const settingsSchema = z.strictObject(
  {
    version: whole(1, 'expects-version').default(1),
    /** Points of a channel on a day on which it was used, however often. */
    weights: perChannel({ in_person: 3, video: 2, phone: 2, email: 1, messenger: 1 }),
    pointsPerDay: positive.default(4),
    /** Of the base, the rest is recency. */
    frequencyShare: share.default(0.6),
    /** Of frequency and of recency: how much hangs on the client's own voice. */
    clientShare: share.default(0.4),
    deductions: z
      .strictObject(
        {
          rhythm: deduction(0.1),
          initiative: deduction(0.05),
          answers: deduction(0.15),
          tone: deduction(0.2),
        },
        section,
      )
      .prefault({}),
    halfLives: z
      .strictObject(
        {
          frequency: ofGap.default({ timesGap: 4, min: 10, max: 60 }),
          recency: ofGap.default({ timesGap: 2 }),
          attentionFast: ofGap.default({ timesGap: 1, min: 5, max: 20 }),
          attentionSlow: ofGap.default({ timesGap: 12, min: 60, max: 240 }),
          gaps: positive.default(120),
          initiative: positive.default(60),
          answers: positive.default(40),
          tone: positive.default(60),
        },
        section,
      )
      .prefault({}),
    /** A silence that ends a session, and how many business days later the other side still answers. */
    sessionMinutes: positive.default(60),
    replyDays: whole(0, 'expects-days').default(3),
    /** Business minutes to answer in, by the channel of the question. */
    slaMinutes: perChannel({ in_person: 60, video: 60, phone: 60, email: 540, messenger: 60 }),
    tone: z
      .strictObject(
        {
          praise: positive.default(1),
          approval: positive.default(0.5),
          complaint: positive.default(1),
          /** What a resolution takes off a complaint: within so many business minutes, or later. */
          resolvedWithinMinutes: positive.default(1_080),
          resolvedInTime: share.default(0.75),
          resolvedLate: share.default(0.4),
        },
        section,
      )
      .prefault({}),
  },
  section,
)

export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({})
