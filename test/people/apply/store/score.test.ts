import { describe, expect, it } from 'vitest'
import { transaction } from '../../../../src/db/transaction.ts'
import { logContact } from '../../../../src/interactions/contacts/log-contact.ts'
import { ids } from '../../../../src/main.ts'
import { applyFile } from '../../../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../../../src/people/demo-agency.ts'
import { foldChanged, foldGrown } from '../../../../src/score/store/fold.ts'
import { recompute } from '../../../../src/score/store/recompute.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const given = (text: string, dryRun = false) => ({ text, file: 'agency.yaml', dryRun, locale: 'en' as const })
const withMore = (more: string) => DEMO_AGENCY.replace('  locale: ru\n', `  locale: ru\n  ${more}\n`)
const NOW = new Date('2026-11-26T12:00:00Z')

describe.runIf(hasDatabase)('the score in the agency’s file', () => {
  it('with other weights is told as what changes, and every client is folded anew by itself', async () => {
    const database = await testDatabase()
    const { prisma } = database
    await applyFile(database, ids, given(DEMO_AGENCY))
    const { id: clientId } = await prisma.client.findUniqueOrThrow({ where: { key: 'parts' } })
    for (const day of ['20', '23', '25']) {
      const at = new Date(`2026-11-${day}T09:00:00Z`)
      const call = { clientId, channel: 'phone', direction: 'in', at, text: '', source: `call:${day}` } as const
      await transaction(database, (tx) => logContact(tx, call, NOW))
    }
    await foldGrown(database)
    const before = await prisma.scoreState.findFirstOrThrow({ where: { clientId, managerId: '' } })

    const heavier = withMore('score: { version: 2, weights: { phone: 4 } }')
    expect(await applyFile(database, ids, given(heavier, true))).toBe(
      '~ agency score\n    version: 1 -> 2\n    weights.phone: 2 -> 4',
    )
    await foldChanged(database)
    expect(await prisma.scoreState.findFirst({ where: { clientId, managerId: '' } }), 'a dry run').toEqual(before)
    await applyFile(database, ids, given(heavier))
    await foldChanged(database)
    const after = await prisma.scoreState.findFirstOrThrow({ where: { clientId, managerId: '' } })
    expect(after.key).not.toBe(before.key)
    expect(after.state).not.toEqual(before.state)
    await recompute(database, 'parts')
    expect(await prisma.scoreState.findFirst({ where: { clientId, managerId: '' } })).toMatchObject({
      key: after.key,
      state: after.state,
    })
  })

  it('reasons of the agency’s own stand in any order, and one that is taken out is switched off', async () => {
    const database = await testDatabase()
    const visit = '{ key: visit, parent: smalltalk, ru: "Визит", en: "Visit" }'
    const audit = '{ key: audit, parent: request, ru: "Аудит", en: "Audit" }'
    await applyFile(database, ids, given(withMore(`reasons: [${visit}, ${audit}]`)))
    expect(await applyFile(database, ids, given(withMore(`reasons: [${visit}, ${audit}]`)))).toContain('Nothing')
    expect(await applyFile(database, ids, given(withMore(`reasons: [${audit}]`)))).toBe(
      '- agency reasons visit (not in the file: switched off, its history stays)',
    )
    const rows = await database.prisma.agencyReason.findMany({ orderBy: { key: 'asc' } })
    expect(rows.map(({ key, active }) => `${key} ${active}`)).toEqual(['audit true', 'visit false'])
  })
})
