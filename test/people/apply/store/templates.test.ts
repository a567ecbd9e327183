import { describe, expect, it } from 'vitest'
import { ids } from '../../../../src/main.ts'
import { applyFile, exportFile } from '../../../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../../../src/people/demo-agency.ts'
import { STARTING_SET } from '../../../../src/people/templates/starting-set.ts'
import { seedTemplates } from '../../../../src/people/templates/store.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const given = (text: string) => ({ text, file: 'agency.yaml', dryRun: false, locale: 'en' as const })
const NOTHING = 'Nothing to change: the agency is as the file says.'
const OWN = `${DEMO_AGENCY}
templates:
  - { key: hours, kind: canned, locale: ru, title: Часы, body: "Мы на связи с 10 до 19, {contact}." }
`

describe.runIf(hasDatabase)('templates', () => {
  it('begin with a set, are left alone by a file that is silent about them, and come back as they were exported', async () => {
    const database = await testDatabase()
    await seedTemplates(database)
    await applyFile(database, ids, given(DEMO_AGENCY))
    await seedTemplates(database)
    expect(await database.prisma.template.count({ where: { active: true } })).toBe(STARTING_SET.length)
    const exported = await exportFile(database, ids, 'agency.yaml', 'en')
    expect(exported).toContain('key: scope-creep-firm')
    expect(await applyFile(database, ids, given(exported))).toBe(NOTHING)
    const told = await applyFile(database, ids, given(OWN))
    expect(told).toContain('+ templates hours ru')
    expect(told).toContain('- templates scope-creep-firm en')
    expect(await applyFile(database, ids, given(OWN))).toBe(NOTHING)
    await seedTemplates(database)
    expect(await database.prisma.template.count({ where: { active: true } })).toBe(1)
  })

  it.each([
    [OWN.replace('{contact}', '{contct}'), /:\d+:\d+: there is no variable \{contct\}.*Did you mean "contact"\?/],
    [OWN.replace('canned', 'refusal'), /a refusal needs a "tone"\n.*a refusal needs a "reason"/],
    [`${OWN}${OWN.split('\n').at(-2)}\n`, /"hours" stands here for the second time in this language/],
  ])('with a mistake are refused where it stands (%#)', async (text, complaint) => {
    await expect(applyFile(await testDatabase(), ids, given(text))).rejects.toThrow(complaint)
  })
})
