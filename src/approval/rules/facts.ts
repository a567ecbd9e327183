import { type KeyedReason, weightiest } from '../../core/reasons.ts'
import { isBlank, type RichText, toStated, wordsIn } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { Prisma, type Relay } from '../../generated/prisma/client.ts'
import { proposeReason } from '../../interactions/reasons/propose/propose.ts'
import type { Facts } from './match.ts'
import { differenceIn } from './traits/reading.ts'
import { complains, languageOf, traitsOf } from './traits/traits.ts'

/** What the database knows of a relay besides its words: one row of one query. */
export type Row = {
  readonly id: string
  readonly client: string
  readonly tier: string
  readonly project: string | null
  readonly author: string | null
  readonly grade: string | null
  readonly craft: string | null
  readonly employment: 'in_house' | 'contractor' | null
  /** Of the client's messages in it, as a person said last, else as proposed. */
  readonly reasons: readonly KeyedReason[]
  /** A complaint of this request is open. */
  readonly complained: boolean
  readonly timeZone: string | null
  /** Its author has been heard by that side before. */
  readonly heard: boolean
  /** Something has passed between this client and the agency before. */
  readonly met: boolean
  /** The client's newest words in this request, the last first. */
  readonly clientSaid: readonly string[]
  /** What stands at the other side and would be rewritten. */
  readonly standing: string | null
}

/** So many of the client's messages are searched for a complaint. */
const LAST_SAID = 20

/**
 * Everything that rules ask of these relays, as it was known at `at`, or when each was opened. Each of its parts stands on
 * an index and ends at the first row that answers it: the history behind does not matter.
 */
export async function rowsOf(tx: Tx, ids: readonly string[], at?: Date): Promise<ReadonlyMap<string, Row>> {
  if (ids.length === 0) return new Map()
  const asOf = at === undefined ? Prisma.sql`r."openedAt"` : Prisma.sql`${at}::timestamptz`
  const rows = await tx.$queryRaw<Row[]>`
    select r.id, c.key as client, c.tier, p.key as project, s.key as author, s.grade::text, s.craft,
      s.employment::text, a."timeZone",
      array (select json_build_object('key', said.key, 'parent', coalesce(own.parent, said.key))
        from (select o.at, coalesce((select k.reason from "ReasonCorrection" k
                join "Interaction" f on f.id = k."interactionId"
              where f.source = o.message and k.at <= ${asOf} order by k."chainSeq" desc limit 1), i.reason) as key
            from "RelayPart" o join "Interaction" i on i.id = o."interactionId"
            where o."relayId" = r.id and o."withdrawnAt" is null) said
          left join "AgencyReason" own on own.key = said.key
        where said.key is not null order by said.at) as reasons,
      exists (select 1 from "Complaint" k join "Interaction" i on i.id = k."interactionId"
        where i."requestId" = r."requestId" and k.state <> 'dismissed' and k."openedAt" <= ${asOf}
        and (k."closedAt" is null or k."closedAt" > ${asOf})) as complained,
      exists (select 1 from "Relay" e where e."authorId" = r."authorId" and e."clientId" = r."clientId"
        and e.status in ('approved', 'answered') and e."decidedAt" <= r."openedAt")
      or exists (select 1 from "Relay" e where e."contactId" = r."contactId"
        and e.status in ('approved', 'answered') and e."decidedAt" <= r."openedAt") as heard,
      exists (select 1 from "Relay" e where e."clientId" = r."clientId"
        and e.status in ('approved', 'answered') and e."decidedAt" <= r."openedAt") as met,
      array (select i.text from "Interaction" i where i."requestId" = r."requestId" and i.direction = 'in'
        and i.kind in ('message', 'edit') and i.at <= ${asOf} order by i.at desc limit ${LAST_SAID}) as "clientSaid",
      (select v.text from "Relay" o join "RelayVersion" v on v."relayId" = o.id
        where v.kind = 'final' and o.status = 'approved' and o.kind <> 'removal' and o.number < r.number
        and (o.id = r."correctsId" or o."correctsId" = r."correctsId") order by v.at desc limit 1) as standing
    from "Relay" r
      join "Client" c on c.id = r."clientId"
      join "Request" q on q.id = r."requestId"
      left join "Project" p on p.id = q."projectId"
      left join "Staff" s on s.id = r."authorId"
      left join "Agency" a on a.id = 1
    where r.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** The words of a relay: what was said, and what somebody would have leave in its place. */
export type Words = { readonly said: RichText; readonly final?: RichText | undefined }

/** Pure: what rules ask, of these words at this moment. */
export function factsOf(
  relay: Pick<Relay, 'direction' | 'kind'>,
  row: Row,
  { said, final = said }: Words,
  at: Date,
): Facts {
  const texts = final === said ? [stated(said)] : [stated(said), stated(final)]
  const text = texts.at(-1) ?? ''
  const complaintOpen = row.complained || row.clientSaid.some((words) => complains(words))
  const about = relay.direction === 'to_team' ? weightiest(row.reasons) : proposedOf(final)
  return {
    client: row.client,
    project: row.project ?? undefined,
    tier: row.tier,
    direction: relay.direction,
    kind: relay.kind,
    author: row.author ?? undefined,
    grade: row.grade ?? undefined,
    craft: row.craft ?? undefined,
    employment: row.employment === 'in_house' ? 'in-house' : (row.employment ?? undefined),
    reason: about?.key,
    reasonParent: about?.parent,
    language: languageOf(text),
    length: text.length,
    findings: differenceIn(final === said ? (row.standing ?? text) : stated(said), text),
    traits: traitsOf(texts, {
      kind: relay.kind,
      hasFiles: said.some((block) => block.type === 'files'),
      isFirst: !row.heard,
      complaintOpen,
    }),
    minute: minuteOfDay(at, row.timeZone ?? 'UTC'),
    firstContact: !row.met,
    complaintOpen,
    // Nobody tells Liaison of invoices yet.
    invoiceOverdue: false,
  }
}

/** What is to reach the client has no reason yet: it will be logged with this one. */
function proposedOf(body: RichText): KeyedReason {
  const { reason } = proposeReason(body, 'out')
  return { key: reason, parent: reason }
}

function stated(body: RichText): string {
  const words = wordsIn(body)
  return isBlank(words) ? '' : toStated(words)
}

function minuteOfDay(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).formatToParts(at)
  const number = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return (number('hour') % 24) * 60 + number('minute')
}
