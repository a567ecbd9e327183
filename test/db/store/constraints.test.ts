import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/client.ts'
import type { Prisma } from '../../../src/generated/prisma/client.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const NOW = new Date('2026-11-23T08:00:00Z')

async function relayWith(status: 'waiting' | 'approved' | 'returned', database: Database) {
  const { prisma } = database
  const client = await prisma.client.upsert({ where: { key: 'c' }, update: {}, create: { key: 'c', name: 'Client' } })
  const request = await prisma.request.create({
    data: { clientId: client.id, platform: 'telegram', conversation: 'tg:1', openedAt: NOW, lastAt: NOW },
  })
  const relay = await prisma.relay.create({
    data: {
      direction: 'to_client',
      status,
      clientId: client.id,
      requestId: request.id,
      openedAt: NOW,
      gatherUntil: NOW,
    },
  })
  const version = await prisma.relayVersion.create({
    data: { relayId: relay.id, kind: 'final', revision: 1, body: [], text: '', hash: 'h', at: NOW },
  })
  return { client, request, relay, version }
}

function item<More extends Partial<Prisma.OutboxItemUncheckedCreateInput>>(more: More) {
  return {
    key: randomUUID(),
    lane: 'tg:1',
    audience: 'client' as const,
    platform: 'telegram' as const,
    conversation: 'tg:1',
    createdAt: NOW,
    nextAt: NOW,
    ...more,
  }
}

describe.runIf(hasDatabase)('the database refuses', () => {
  it('a final whose relay nobody approved', async () => {
    const database = await testDatabase()
    for (const status of ['waiting', 'returned'] as const) {
      const { relay, version } = await relayWith(status, database)
      const final = {
        kind: 'final' as const,
        relayId: relay.id,
        versionId: version.id,
        versionKind: 'final' as const,
        bodyHash: 'h',
      }
      await expect(database.prisma.outboxItem.create({ data: item(final) }), status).rejects.toThrow(/not approved/)
    }
  })

  it('a final with other words than were approved, or of another relay', async () => {
    const database = await testDatabase()
    const { relay, version } = await relayWith('approved', database)
    const other = await relayWith('approved', database)
    const final = {
      kind: 'final' as const,
      relayId: relay.id,
      versionId: version.id,
      versionKind: 'final' as const,
      bodyHash: 'h',
    }
    await expect(database.prisma.outboxItem.create({ data: item({ ...final, bodyHash: 'x' }) })).rejects.toThrow(
      /not its final/,
    )
    await expect(
      database.prisma.outboxItem.create({ data: item({ ...final, versionId: other.version.id }) }),
    ).rejects.toThrow(/not its final/)
    const kept = await database.prisma.outboxItem.create({ data: item(final) })
    await expect(
      database.prisma.outboxItem.update({ where: { id: kept.id }, data: { bodyHash: 'x' } }),
    ).rejects.toThrow(/cannot be changed|not its final/)
  })

  it('free text to a client: a notice that is no template of theirs', async () => {
    const database = await testDatabase()
    const notice = (template: string) => item({ kind: 'notice' as const, template, payload: { template } })
    for (const template of ['card', 'trouble', 'anything', 'returned']) {
      await expect(database.prisma.outboxItem.create({ data: notice(template) }), template).rejects.toThrow()
    }
    await expect(
      database.prisma.outboxItem.create({
        data: item({ kind: 'notice' as const, template: 'help', payload: { template: 'card' } }),
      }),
    ).rejects.toThrow()
    await database.prisma.outboxItem.create({ data: notice('help') })
  })

  it('two items of one lane in flight', async () => {
    const database = await testDatabase()
    const notice = () =>
      item({
        kind: 'notice' as const,
        template: 'help',
        payload: { template: 'help' },
        status: 'leased' as const,
      })
    await database.prisma.outboxItem.create({ data: notice() })
    await expect(database.prisma.outboxItem.create({ data: notice() })).rejects.toThrow()
    await expect(database.prisma.outboxItem.create({ data: { ...notice(), status: 'unsure' } })).rejects.toThrow()
  })

  it('the same platform event twice', async () => {
    const { prisma } = await testDatabase()
    const event = { platform: 'telegram' as const, eventId: '1', lane: 'l', body: {}, receivedAt: NOW, nextAt: NOW }
    await prisma.inboundEvent.create({ data: event })
    await expect(prisma.inboundEvent.create({ data: event })).rejects.toThrow()
  })

  it('a message that waits in two relays', async () => {
    const database = await testDatabase()
    const { client, relay } = await relayWith('waiting', database)
    const other = await relayWith('waiting', database)
    const said = await database.prisma.interaction.create({
      data: {
        clientId: client.id,
        chainSeq: 1,
        prevHash: '',
        hash: 'x',
        kind: 'message',
        direction: 'in',
        channel: 'messenger',
        source: 'm',
        at: NOW,
        body: [],
        text: '',
      },
    })
    const part = (relayId: string) => ({ relayId, interactionId: said.id, message: 'm', round: 1, at: NOW, body: [] })
    await database.prisma.relayPart.create({ data: part(relay.id) })
    await expect(database.prisma.relayPart.create({ data: part(other.relay.id) })).rejects.toThrow()
    await database.prisma.relay.update({ where: { id: relay.id }, data: { status: 'rejected' } })
    await database.prisma.relayPart.create({ data: part(other.relay.id) })
  })

  it('a decision taken back, unless all that it put into the outbox was cancelled there', async () => {
    const database = await testDatabase()
    const { prisma } = database
    const { relay, version } = await relayWith('approved', database)
    const final = { kind: 'final' as const, relayId: relay.id, versionId: version.id, versionKind: 'final' as const }
    const { id } = await prisma.outboxItem.create({ data: item({ ...final, bodyHash: 'h' }) })
    const takeBack = () => prisma.relay.update({ where: { id: relay.id }, data: { status: 'waiting' } })
    for (const status of ['pending', 'leased', 'unsure', 'sent', 'refused'] as const) {
      await prisma.outboxItem.update({ where: { id }, data: { status } })
      await expect(takeBack(), status).rejects.toThrow(/has ended/)
    }
    await prisma.outboxItem.update({ where: { id }, data: { status: 'cancelled', sentPieces: 1 } })
    await expect(takeBack(), 'a part of it has left').rejects.toThrow(/has ended/)
    await prisma.outboxItem.update({ where: { id }, data: { sentPieces: 0 } })
    await takeBack()
    await prisma.relay.update({ where: { id: relay.id }, data: { status: 'merged' } })
    await expect(takeBack(), 'merged').rejects.toThrow(/has ended/)
  })

  it('something planned without a time, or a time for what is not planned', async () => {
    const database = await testDatabase()
    const { relay } = await relayWith('waiting', database)
    const change = (data: Prisma.RelayUpdateInput) => database.prisma.relay.update({ where: { id: relay.id }, data })
    await expect(change({ status: 'scheduled' })).rejects.toThrow(/scheduled_for_a_time/)
    await expect(change({ sendAt: NOW })).rejects.toThrow(/scheduled_for_a_time/)
    await change({ status: 'scheduled', sendAt: NOW })
  })

  it('a changed or removed line of the log', async () => {
    const database = await testDatabase()
    const { version } = await relayWith('approved', database)
    await expect(
      database.prisma.relayVersion.update({ where: { id: version.id }, data: { text: 'other' } }),
    ).rejects.toThrow(/only grows/)
    await expect(database.prisma.relayVersion.delete({ where: { id: version.id } })).rejects.toThrow(/only grows/)
  })
})
