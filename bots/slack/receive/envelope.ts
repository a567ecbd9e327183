import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { RawEvent } from '../../../src/core/flow.ts'
import { makeConversation } from '../ids.ts'

export const ENVELOPE_TYPES = ['events_api', 'interactive', 'slash_commands'] as const
export type EnvelopeType = (typeof ENVELOPE_TYPES)[number]

/** What is stored: how it came, and Slack's own payload. */
export const storedSchema = z.object({ type: z.enum(ENVELOPE_TYPES), payload: z.looseObject({}) })
export type Stored = z.infer<typeof storedSchema>

const eventSchema = z.looseObject({
  event_id: z.string(),
  event: z.looseObject({
    type: z.string(),
    channel: z.string().optional().catch(undefined),
    user: z.string().optional().catch(undefined),
    bot_id: z.string().optional().catch(undefined),
    message: z.looseObject({ bot_id: z.string().optional() }).optional().catch(undefined),
    previous_message: z.looseObject({ bot_id: z.string().optional() }).optional().catch(undefined),
  }),
})
const interactiveSchema = z.looseObject({
  type: z.string(),
  user: z.looseObject({ id: z.string() }),
  trigger_id: z.string().optional(),
})
const commandSchema = z.looseObject({ command: z.string(), user_id: z.string(), trigger_id: z.string().optional() })

/**
 * An envelope as a row: the same event is the same row however often and by whichever connection it comes. Undefined for
 * what is neither a message nor a look at the home tab, and for what programs say, our own echo among it. Throws ZodError for what is none of Slack's.
 */
export function rowOf(type: EnvelopeType, payload: unknown): RawEvent | undefined {
  const raw = (eventId: string, lane: string): RawEvent => ({
    platform: 'slack',
    eventId,
    lane,
    body: { type, payload } as Stored,
  })
  switch (type) {
    case 'events_api': {
      const { event_id: id, event } = eventSchema.parse(payload)
      if (event.type === 'app_home_opened') return raw(id, `slack:ui:${event.user ?? ''}`)
      const said = event.message ?? event.previous_message ?? event
      if (event.type !== 'message' || said.bot_id !== undefined) return undefined
      return raw(id, makeConversation(event.channel ?? ''))
    }
    case 'interactive': {
      const { type: kind, user, trigger_id: trigger } = interactiveSchema.parse(payload)
      return raw(`${kind}:${trigger ?? hashOf(payload)}`, `slack:ui:${user.id}`)
    }
    case 'slash_commands': {
      const { command, user_id: user, trigger_id: trigger } = commandSchema.parse(payload)
      return raw(`${command}:${trigger ?? hashOf(payload)}`, `slack:ui:${user}`)
    }
  }
}

function hashOf(payload: unknown): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 32)
}
