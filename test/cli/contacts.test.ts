import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { calendar, MEETING } from '../support/calendars.ts'
import { Program } from '../support/program.ts'

let program: Program | undefined
afterEach(() => program?.remove())

it('contacts come from files, whether the program runs or not, and only once', async () => {
  program = await Program.create()
  const folder = program.env.LIAISON_DATA ?? ''
  const [agency, history, meetings] = ['agency.yaml', 'history.csv', 'meetings.ics'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(agency, 'agency: { name: Студия }\nclients:\n  - { key: parts, name: Автозапчасти }\n')
  writeFileSync(history, 'Отметка;Клиент;Канал\n20.11.2025 10:00;Автозапчасти;Звонок\n')
  writeFileSync(meetings, calendar([{ ...MEETING, DTSTART: '20251120T070000Z', DTEND: '20251120T073000Z' }]))
  program.run(['apply', agency])
  expect(program.run(['contacts', 'import', history])).toMatchObject({
    code: 1,
    err: expect.stringContaining('no column looks like the date'),
  })
  const map = ['--map', 'date=Отметка']
  expect(program.run(['contacts', 'import', history, ...map, '--dry-run'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 contact would be logged.'),
  })
  expect(program.run(['contacts', 'import', history, ...map]).out).toContain('1 contact logged.')
  await program.start()
  expect(program.run(['contacts', 'import', history, ...map]).out).toContain('0 contacts logged; 1 was there already.')
  expect(program.run(['contacts', 'import-ics', meetings]).out).toContain('Meetings with clients')
}, 180_000)
