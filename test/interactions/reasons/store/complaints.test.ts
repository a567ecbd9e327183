import { describe, expect, it } from 'vitest'
import type { Tx } from '../../../../src/db/client.ts'
import { transaction } from '../../../../src/db/transaction.ts'
import { logContact, type NewContact, takeBackContact } from '../../../../src/interactions/contacts/log-contact.ts'
import { correctReason } from '../../../../src/interactions/reasons/correct.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const at = (minute: number) => new Date(NOW.getTime() - (60 - minute) * 60_000)

async function oneClient() {
  const database = await testDatabase()
  const { prisma } = database
  const clientId = (await prisma.client.create({ data: { key: 'parts', name: 'Parts' } })).id
  const staffId = (await prisma.staff.create({ data: { key: 'anna', name: 'Anna', role: 'manager' } })).id
  const within = <T>(step: (tx: Tx) => Promise<T>) => transaction(database, step)
  const log = async (minute: number, text: string, given: Partial<NewContact> = {}) => {
    const contact = {
      clientId,
      channel: 'email',
      direction: 'in',
      at: at(minute),
      text,
      source: `mail:${minute}`,
    } as const
    const logged = await within((tx) => logContact(tx, { ...contact, ...given }, NOW))
    if (logged.kind === 'refused') throw new Error(logged.why)
    return logged.interaction
  }
  const say = (interaction: Awaited<ReturnType<typeof log>>, reason: string, complaintId?: string) =>
    within((tx) => correctReason(tx, { interaction, reason, complaintId, note: 'done', staffId, at: NOW }))
  const cases = () => prisma.complaint.findMany({ orderBy: { openedAt: 'asc' } })
  return { within, prisma, staffId, log, say, cases }
}

describe.runIf(hasDatabase)('a complaint', () => {
  it('is opened by a contact from anywhere, with a reason that was proposed or given', async () => {
    const { log, cases, prisma } = await oneClient()
    await prisma.agencyReason.create({ data: { key: 'churn', parent: 'complaint', nameRu: 'у', nameEn: 'l' } })
    const letter = await log(1, 'Мы разочарованы результатом')
    expect(letter).toMatchObject({ reason: 'complaint', confidence: 0.8 })
    const call = await log(2, 'они уходят', { reason: 'churn', channel: 'phone' })
    expect(call).toMatchObject({ reason: 'churn', confidence: null })
    await log(3, 'Спасибо')
    await log(4, 'Мы разочарованы', { direction: 'out' })
    expect((await log(5, '')).reason).toBeNull()
    expect((await cases()).map(({ interactionId, state }) => [interactionId, state])).toEqual([
      [letter.id, 'open'],
      [call.id, 'open'],
    ])
  })

  it('is open again when what settled it is said to be something else', async () => {
    const { log, say, cases } = await oneClient()
    await log(1, 'Это ужас')
    const thanks = await log(2, 'Спасибо, теперь всё хорошо')
    const [opened] = await cases()
    await say(thanks, 'complaint_resolved', opened?.id)
    expect(await cases()).toMatchObject([{ state: 'resolved', resolutionId: thanks.id, note: 'done' }])
    await say(thanks, 'ack')
    expect(await cases()).toMatchObject([{ state: 'open', resolutionId: null, closedAt: null, note: null }])
  })

  it('is dismissed with the contact that was a mistake', async () => {
    const { log, within, staffId, cases } = await oneClient()
    const wrong = await log(1, 'Это ужас')
    await within((tx) => takeBackContact(tx, wrong, staffId, NOW))
    expect(await cases()).toMatchObject([{ state: 'dismissed', closedById: staffId }])
  })

  it('is opened once, however often the same is said', async () => {
    const { log, say, cases } = await oneClient()
    const letter = await log(1, 'вот отчёт')
    for (const reason of ['complaint', 'complaint', 'ack', 'complaint']) await say(letter, reason)
    expect(await cases()).toMatchObject([{ state: 'open', interactionId: letter.id }])
  })
})
