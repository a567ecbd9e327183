import type { CannedList, CannedSaved } from '../../core/flow.ts'
import { storable } from '../../core/hash.ts'
import type { Locale, RelayId, RemoteUser } from '../../core/ids.ts'
import { plain, toPlain } from '../../core/rich-text.ts'
import { type Canned, TEMPLATE_LIMITS } from '../../core/template.ts'
import type { Tx } from '../../db/client.ts'
import type { Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { type Colleague, localeOfStaff, mayDecide, seesMoney, staffByUser } from '../../people/staff.ts'
import { cannedById, cannedFor, countUse, retireCanned, saveCanned } from '../../people/templates/store.ts'
import { filledIn, unknownVariables } from '../../people/templates/variables.ts'
import { bodyOf } from '../../relay/body.ts'
import { hideAmounts, hideInLine, hideInRewording, moneyIn } from '../../relay/mask/money.ts'
import { valuesFor } from './values.ts'

/** The agency's answers for whoever decides; with a relay those in its client's language first. Undefined: not theirs. Reads only. */
export async function cannedListFor(
  tx: Tx,
  by: RemoteUser,
  now: Date,
  { relay, wanted = '' }: { readonly relay?: RelayId; readonly wanted?: string } = {},
): Promise<CannedList | undefined> {
  const staff = await keeper(tx, by)
  if (!staff) return undefined
  const locale = localeOfStaff(staff, await agencyOf(tx))
  if (relay === undefined) return { locale, ...listFor(staff, await cannedFor(tx, locale, storable(wanted)), wanted) }
  if (!(await maySpeak(tx, relay, staff))) return undefined
  const reader = await valuesFor(tx, relay, staff, now)
  return { locale, ...listFor(staff, await cannedFor(tx, reader.locale, storable(wanted)), wanted) }
}

/** Without amounts for whom they are not meant, who does not find out by looking for one either. */
function listFor(staff: Staff, list: Omit<CannedList, 'locale'>, wanted: string): Omit<CannedList, 'locale'> {
  if (seesMoney(staff)) return list
  const words = wanted.toLowerCase().split(/\s+/)
  const canned = list.canned
    .map((one) => ({ ...one, title: hideInLine(one.title), body: hideInLine(one.body) }))
    .filter(({ title, body }) => words.every((word) => `${title} ${body}`.toLowerCase().includes(word)))
  return { ...list, canned, found: list.found - (list.canned.length - canned.length) }
}

/**
 * One answer as it stands, to be changed; none when it is offered no more, or has amounts that this person is not shown and
 * would save without. Undefined: not theirs. Reads only.
 */
export async function cannedOne(
  tx: Tx,
  by: RemoteUser,
  id?: string,
): Promise<{ locale: Locale; one: Canned | undefined; withheld: boolean } | undefined> {
  const staff = await keeper(tx, by)
  if (!staff) return undefined
  const locale = localeOfStaff(staff, await agencyOf(tx))
  const one = id === undefined ? undefined : await cannedById(tx, id)
  const withheld = one !== undefined && !seesMoney(staff) && moneyIn(`${one.title}\n${one.body}`).length > 0
  return { locale, one: withheld ? undefined : one, withheld }
}

/** Whether this person may answer by this relay, if there is one. */
async function maySpeak(tx: Tx, relayId: RelayId, staff: Colleague): Promise<boolean> {
  const relay = await tx.relay.findUnique({ where: { id: relayId }, include: { client: true } })
  return relay !== null && mayDecide(staff, { ...relay.client, assigneeId: relay.assigneeId })
}

/** One answer with its variables filled in for this relay; that it was used is counted. Undefined: it is offered no more. */
export async function cannedWords(
  tx: Tx,
  used: { readonly relay: RelayId; readonly id: string; readonly by: RemoteUser },
  now: Date,
): Promise<string | undefined> {
  const staff = await staffByUser(tx, used.by)
  const template = await cannedById(tx, used.id)
  if (!staff || !template || !(await maySpeak(tx, used.relay, staff))) return undefined
  await countUse(tx, template.id)
  const { values } = await valuesFor(tx, used.relay, staff, now)
  const words = filledIn(template.body, values)
  if (seesMoney(staff)) return words
  const relay = await tx.relay.findUniqueOrThrow({ where: { id: used.relay }, include: { parts: true } })
  const { amounts } = hideAmounts(bodyOf(relay))
  return toPlain(hideInRewording(plain(words), amounts).body)
}

/** Adds an answer, or changes the one with this id. */
export async function keepCanned(
  tx: Tx,
  given: Pick<Canned, 'locale' | 'title' | 'body'> & { readonly id?: string | undefined; readonly by: RemoteUser },
): Promise<CannedSaved> {
  const { by, ...answer } = storable(given)
  if (!(await keeper(tx, by))) return { kind: 'forbidden' }
  const title = answer.title.trim()
  const body = answer.body.trim()
  if (title === '' || body === '') return { kind: 'invalid', why: title === '' ? 'no_title' : 'no_body' }
  if (title.length > TEMPLATE_LIMITS.title || body.length > TEMPLATE_LIMITS.body)
    return { kind: 'invalid', why: 'long' }
  const names = unknownVariables(body)
  if (names.length > 0) return { kind: 'unknown_variables', names }
  await saveCanned(tx, { ...answer, title, body })
  return { kind: 'saved' }
}

export async function dropCanned(tx: Tx, given: { readonly id: string; readonly by: RemoteUser }): Promise<void> {
  if (await keeper(tx, given.by)) await retireCanned(tx, given.id)
}

const KEEPERS: ReadonlySet<Staff['role']> = new Set<Staff['role']>(['manager', 'lead', 'admin'])

async function keeper(tx: Tx, by: RemoteUser): Promise<Colleague | undefined> {
  const staff = await staffByUser(tx, by)
  return staff && KEEPERS.has(staff.role) ? staff : undefined
}
