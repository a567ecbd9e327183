import { describe, expect, it } from 'vitest'
import { slackIds } from '../../../bots/slack/index.ts'
import { telegramIds } from '../../../bots/telegram/index.ts'
import { readAgencyFile } from '../../../src/people/apply/file/read.ts'
import { SOURCES as FILE_TEXTS } from '../../../src/people/apply/file/text.ts'
import { DEMO_AGENCY } from '../../../src/people/demo-agency.ts'

const ids = { slack: slackIds, telegram: telegramIds }

function complaint(text: string, locale: 'ru' | 'en' = 'en'): string {
  try {
    readAgencyFile({ text, file: 'agency.yaml', locale }, ids)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}

describe('an agency file', () => {
  it('is read, with its defaults', () => {
    const file = readAgencyFile({ text: DEMO_AGENCY, file: 'demo' }, ids)
    expect(file.clients.map((client) => client.key)).toEqual(['parts', 'nordic'])
    expect(file.agency.bursts).toEqual({ quiet: 20, longest: 120 })
  })

  it.each([
    [
      'agency: { name: A, timezone: Europe/Moscow }',
      'agency.yaml:1:20: there is no "timezone" here',
      'Did you mean "timeZone"?',
    ],
    [
      'agency: { name: A }\nstaff:\n  - { key: anna, name: Анна, role: manger }',
      'agency.yaml:3:36',
      'admin, lead, manager, finance, specialist',
    ],
    [
      'agency: { name: A }\nclients:\n  - { key: c, name: C, manager: nobody }',
      'agency.yaml:3:33: nobody in "staff" has the key "nobody"',
      '',
    ],
    [
      'agency: { name: A }\nstaff:\n  - { key: a, name: A, role: specialist }\nclients:\n  - { key: c, name: C, manager: a }',
      'has the role specialist',
      '',
    ],
    ['agency: { name: A, hours: { open: "10:00", close: "09:00" } }', 'closes before it opens', ''],
    [
      'agency: { name: A }\nstaff:\n  - { key: a, name: A, role: lead }\n  - { key: a, name: B, role: lead }',
      'agency.yaml:4:12: "a" stands here for the second time, first in line 3',
      '',
    ],
    ['agency: { name: A }\nstaff:\n  - { key: a, name: A, role: lead, slack: "@anna" }', "a person's Slack id", ''],
    ['staff: []', '"agency" is missing', ''],
    ['', 'the file is empty', ''],
    ['agency:\n\tname: A', 'indented with a tab', ''],
    ['agency: { name: A }\nagency: { name: B }', 'second time', ''],
    ['agency: [1, 2', 'this is not YAML', ''],
    ['agency: { name: A, holidays: ["2027-02-30"] }', 'a date of the calendar', ''],
    ['agency: { name: A, timeZone: Mars/Base }', 'a time zone', ''],
    [
      'agency: { name: A }\nrules:\n  - { key: r, do: { act: aprove } }',
      'agency.yaml:3:26',
      'hold, approve, second or lead',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, do: { act: hold, even: [money] } }',
      'agency.yaml:3:32: there is no "even"',
      '',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, when: { tiers: key }, do: { act: hold } }',
      'agency.yaml:3:23',
      'Did you mean "tier"?',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, do: { act: approve, after: 0 } }',
      'agency.yaml:3:42',
      'from 1 to 1440',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, do: { act: approve, after: 5, even: money_ } }',
      'agency.yaml:3:51',
      'money, deadline, refusal',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, when: { has: mony }, do: { act: hold } }',
      'agency.yaml:3:28: "mony" does not fit',
      'money, deadline, refusal',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, when: { length: { least: 500, most: 10 } }, do: { act: hold } }',
      'agency.yaml:3:31: this rule can never fit',
      'at least 500 and at most 10',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, when: { has: money, lacks: [deadline, money] }, do: { act: hold } }',
      'agency.yaml:3:42: this rule can never fit',
      'money',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, when: { direction: to_team, craft: seo }, do: { act: hold } }',
      'agency.yaml:3:50: this rule can never fit',
      'said by the client',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, client: c, do: { act: hold } }',
      'agency.yaml:3:23: no client has the key "c"',
      '',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, project: p, do: { act: hold } }',
      'agency.yaml:3:24',
      'expected "client" beside it',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, when: { author: [nobody] }, do: { act: hold } }',
      'agency.yaml:3:32: nobody in "staff"',
      '',
    ],
    [
      'agency: { name: A }\nstaff:\n  - { key: a, name: A, role: specialist }\nrules:\n  - { key: r, do: { act: second, of: [leads, a] } }',
      'agency.yaml:5:46: "a" is a specialist and approves nothing',
      '',
    ],
    [
      'agency: { name: A }\nrules:\n  - { key: r, do: { act: hold } }\n  - { key: r, do: { act: hold } }',
      'second time',
      '',
    ],
  ])('with a mistake says where, what and what to do: %s', (text, where, more) => {
    expect(complaint(text)).toContain(where)
    expect(complaint(text)).toContain(more)
    expect(complaint(text, 'ru'), 'in Russian too').toMatch(/[а-я]{3}/)
  })

  it('names every mistake, in the order of the file', () => {
    const lines = complaint('agency: { nam: A }\nstaff:\n  - { key: "A B", name: 5, role: x }').split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(4)
    expect(lines).toEqual(lines.toSorted((a, b) => Number(a.split(':')[1]) - Number(b.split(':')[1])))
  })

  it('with aliases that stand for each other a million times over is refused', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijklmnopqrst'
        .split('')
        .map((c, i) => `${c}: &${c} [*${'abcdefghijklmnopqrst'[i]}, *${'abcdefghijklmnopqrst'[i]}]`),
    ]
    expect(complaint(bomb.join('\n'))).not.toBe('')
  })

  it('is complained about in both languages by the same texts', () => {
    const idsOf = (source: string) => [...source.matchAll(/^([\w-]+) =/gm)].map((match) => match[1]).sort()
    expect(idsOf(FILE_TEXTS.ru)).toEqual(idsOf(FILE_TEXTS.en))
  })
})
