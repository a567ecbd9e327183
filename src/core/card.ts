/**
 * A relay as its card shows it: plain data, complete in itself, so that a bot needs nothing else to draw it. It is stored
 * with the outbox item and therefore checked by a schema when it is read back.
 */
import { z } from 'zod'
import { quotesSchema } from './answered.ts'
import { findingInWordsSchema } from './guard.ts'
import { LOCALES, type RelayId } from './ids.ts'
import { LEAD_STATES } from './leads.ts'
import { ACTS, DIRECTIONS, MORE_ACTS, RELAY_KINDS, RELAY_STATUSES } from './relay.ts'
import { richTextSchema } from './rich-text.ts'
import { cardRuleSchema } from './rule.ts'
import { SLA_KINDS } from './sla.ts'
import { REFUSAL_REASONS } from './template.ts'

const relayId = z.string().transform((id) => id as RelayId)

/** Who made what was to leave later wait for a decision again. */
export const UNSCHEDULED_BY = ['manager', 'client', 'author', 'refused', 'blind'] as const
export type UnscheduledBy = (typeof UNSCHEDULED_BY)[number]

/** How the approved message is doing on its way out. */
export const DELIVERY_STATES = ['on_its_way', 'delivered', 'refused', 'unsure', 'cancelled', 'unsent'] as const
const deliverySchema = z.object({
  state: z.enum(DELIVERY_STATES),
  at: z.iso.datetime().optional(),
  /** Why it was refused, a name out of sender.ts. */
  reason: z.string().optional(),
  /** The outbox item that only a person can settle, when `unsure`. */
  item: z.string().optional(),
  /** At which of its attempts it became so: a long message may become so more than once. */
  attempt: z.number().int().optional(),
})

/** Of a rewording: it has amounts hidden from this reader that could not be put back, so nothing they write begins with it. */
const withheldSchema = z.boolean().optional()

export const cardSchema = z.object({
  relay: relayId,
  /** Short number for people: R-12. */
  number: z.number().int(),
  /** What the manager sees belongs to this revision; a decision names it, and is refused when it has moved on. */
  revision: z.number().int(),
  /** Grows when the client writes in the same request, and is named by a decision as the revision is. */
  look: z.number().int().default(0),
  locale: z.enum(LOCALES),
  kind: z.enum(RELAY_KINDS),
  direction: z.enum(DIRECTIONS),
  status: z.enum(RELAY_STATUSES),
  client: z.object({ name: z.string(), tier: z.string(), lead: z.boolean() }),
  /** Who said it: a contact, or a specialist. `isNew`: nobody has introduced this person yet. */
  author: z.object({ name: z.string(), craft: z.string().optional(), isNew: z.boolean() }),
  project: z.string().optional(),
  /** Group title, when it was said in a group. */
  place: z.string().optional(),
  openedAt: z.iso.datetime(),
  /** What runs out while this waits: the decision, and the answer that the client is owed. `late`: it has run out. */
  clocks: z
    .array(z.object({ kind: z.enum(SLA_KINDS), due: z.iso.datetime(), late: z.boolean() }))
    .catch([])
    .default([]),
  /** Set when somebody has been asked again whether words that have waited for so many business hours still hold. */
  old: z.object({ hours: z.number().int() }).optional(),
  /** The words now waiting, part by part. */
  body: richTextSchema,
  /** What the client's words answer, each before the block of `body` where it belongs. Nobody says it now. */
  quotes: quotesSchema.optional(),
  /** What came before in this request, oldest first. `side`: who said it. */
  before: z.array(
    z.object({ side: z.enum(['client', 'agency']), who: z.string(), at: z.iso.datetime(), text: z.string() }),
  ),
  /** What the client has said in this request since this was written, oldest first: whoever decides must have seen it. */
  since: z.array(z.object({ who: z.string(), at: z.iso.datetime(), text: z.string() })).default([]),
  /** How often it has come back: 1 is the first time. */
  round: z.number().int(),
  returned: z.object({ by: z.string(), reason: z.string() }).optional(),
  /** The words before the author's last change, while it waits or after it was decided. */
  changed: z
    .object({ at: z.iso.datetime(), before: z.string(), after: z.string(), afterDecision: z.boolean() })
    .optional(),
  /** What stands at the other side and would be replaced or removed. */
  standing: richTextSchema.optional(),
  decided: z
    .object({
      by: z.string(),
      at: z.iso.datetime(),
      act: z.enum([...ACTS, 'withdraw', 'expire', 'schedule', 'merge']),
      note: z.string().optional(),
      /** The rule that let it through; nobody decided, and `by` is empty. */
      rule: z.string().optional(),
      final: richTextSchema.optional(),
      /** How the final differs in meaning from what was said; every `block` among them was confirmed. */
      findings: z.array(findingInWordsSchema).optional(),
    })
    .optional(),
  delivery: deliverySchema.optional(),
  /** It was handed over to whoever decides: from whom to whom, and why. */
  handed: z.object({ by: z.string(), note: z.string() }).optional(),
  /** Names of those to whom it has gone: the card shrinks to a line that says so. */
  moved: z.string().optional(),
  /** Of an unknown person: how far they have come, and what is known of an earlier time. `client`: its id, for the buttons. */
  lead: z
    .object({
      client: z.string(),
      state: z.enum(LEAD_STATES),
      former: z.object({ lostAt: z.iso.datetime(), reason: z.string() }).optional(),
    })
    .optional(),
  /** Amounts of money in the words are hidden from this reader; they cross all the same. */
  amountsHidden: z.boolean().optional(),
  /** It stands where several people read: what is hidden in it is shown by its buttons to each who may see it. */
  shared: z.boolean().optional(),
  /** It has files in which nobody can hide amounts from this reader: they are shown as they are, or not at all. */
  files: z.enum(['shown', 'withheld']).optional(),
  /** The decision can be taken back: until then certainly, and after that while nothing of it has left. */
  undo: z.object({ until: z.iso.datetime() }).optional(),
  /** Out of the queue until then. */
  snoozedUntil: z.iso.datetime().optional(),
  /** Approved, to leave then. */
  sendAt: z.iso.datetime().optional(),
  /** Why what was to leave later waits for a decision again. */
  unscheduled: z.enum(UNSCHEDULED_BY).optional(),
  /** The manager's wording that is kept and not sent, and what its author says of it. */
  draft: z
    .object({
      version: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
      body: richTextSchema,
      withheld: withheldSchema,
      asked: z.object({ whom: z.string(), at: z.iso.datetime() }).optional(),
      answer: z
        .object({ agrees: z.boolean(), by: z.string(), at: z.iso.datetime(), note: z.string().optional() })
        .optional(),
    })
    .optional(),
  /** The manager has taken back what had arrived. */
  recalled: z.object({ by: z.string(), at: z.iso.datetime(), delivery: deliverySchema.optional() }).optional(),
  /** The rule that fits it, while it is open. */
  rule: cardRuleSchema.optional(),
  /** What somebody whose approval is not enough would have leave in place of `body`. */
  proposed: z
    .object({
      by: z.string(),
      body: richTextSchema,
      findings: z.array(findingInWordsSchema),
      withheld: withheldSchema,
    })
    .optional(),
  /** The buttons to show; none once it is decided. */
  acts: z.array(z.enum(ACTS)),
  /** The team reads tokens in place of names and addresses: somebody in the project is blind. */
  blind: z.boolean().optional(),
  /** The first name that is put under the words when they leave for the client. */
  signature: z.string().optional(),
  /** What should not leave as it is, found by the program. */
  warnings: z.array(z.object({ kind: z.enum(['contractor_named', 'token_unknown']), word: z.string() })).optional(),
  /** What the client was refused before and asks for again. */
  boundaries: z
    .array(z.object({ at: z.iso.datetime(), reason: z.enum(REFUSAL_REASONS), words: z.string(), by: z.string() }))
    .optional(),
  /** What the client's words are about, and what else it could be. `chosen`: a key; `byPerson`: somebody has said so. */
  reason: z
    .object({
      chosen: z.string().optional(),
      byPerson: z.boolean(),
      choices: z.array(z.object({ key: z.string(), name: z.string() })),
      complaint: z.enum(['open', 'resolved']).optional(),
    })
    .optional()
    .catch(undefined),
  /** What stands behind "More". */
  more: z.array(z.enum(MORE_ACTS)).catch([]).default([]),
  /** Projects the manager may choose among when the message could belong to several. Empty: no choice to make. */
  projects: z.array(z.object({ key: z.string(), name: z.string(), chosen: z.boolean() })),
})
export type Card = z.infer<typeof cardSchema>
