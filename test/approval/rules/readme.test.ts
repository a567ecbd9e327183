import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { SOURCES } from '../../../bots/slack/cards/rule-text.ts'
import { slackIds } from '../../../bots/slack/index.ts'
import { telegramIds } from '../../../bots/telegram/index.ts'
import { type Facts, firstMatch, heldBy } from '../../../src/approval/rules/match.ts'
import { HOLDS, ruleActionSchema, ruleWhenSchema, TRAITS, type Trait } from '../../../src/core/rule.ts'
import { idsOf } from '../../../src/core/text.ts'
import { readAgencyFile } from '../../../src/people/apply/file/read.ts'
import { DEMO_AGENCY } from '../../../src/people/demo-agency.ts'

const README = readFileSync('README.md', 'utf8')
const [, example = ''] = /<!-- rules -->\s*```yaml\n(.*?)```\s*<!-- \/rules -->/s.exec(README) ?? []

const NEWS: Facts = {
  client: 'parts',
  tier: 'key',
  direction: 'to_client',
  kind: 'message',
  author: 'oleg',
  language: 'ru',
  length: 40,
  findings: 'none',
  traits: new Set(),
  minute: 11 * 60,
  firstContact: false,
  complaintOpen: false,
  invoiceOverdue: false,
}

describe('the rules of README.md', () => {
  const ids = { slack: slackIds, telegram: telegramIds }
  const { rules } = readAgencyFile({ text: `${DEMO_AGENCY}${example}`, file: 'README.md' }, ids)
  const taken = (facts: Partial<Facts>) => {
    const given = { ...NEWS, ...facts }
    const rule = firstMatch(rules, given)
    return rule && `${rule.key}: ${rule.do.act} ${heldBy(rule.do, given).join()}`.trim()
  }

  it('do what is written beside them', () => {
    const traits = (...given: Trait[]) => ({ traits: new Set(given) })
    expect(taken({})).toBe('news: approve')
    expect(taken(traits('deadline'))).toBe('news: approve')
    expect(taken(traits('refusal'))).toBe('news: approve refusal')
    expect(taken(traits('money'))).toBe('money-of-key: second')
    expect(taken({ tier: 'standard', ...traits('money') })).toBe('news: approve money')
    expect(taken(traits('money', 'complaint'))).toBe('complaints: lead')
    expect(taken({ minute: 20 * 60 })).toBeUndefined()
    expect(taken({ author: 'dina' })).toBeUndefined()
  })

  it('are told with every condition, act and trait there is', () => {
    const [, section = ''] = /## Rules\n(.*?)\n## /s.exec(README) ?? []
    const acts = ruleActionSchema.options.map(({ shape }) => `act: ${shape.act.value}`)
    const missing = [...Object.keys(ruleWhenSchema.shape), ...TRAITS, ...acts].filter((word) => !section.includes(word))
    expect(missing).toEqual([])
  })
})

describe('what a card says of a rule', () => {
  it('is there in both languages, for every reason to hold', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
    expect(HOLDS.filter((hold) => !SOURCES.en.includes(`hold-${hold} =`))).toEqual([])
  })
})
