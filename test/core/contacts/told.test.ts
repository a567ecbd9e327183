import { describe, expect, it } from 'vitest'
import { SOURCES as IN_SLACK } from '../../../bots/slack/contacts/text.ts'
import { CONTACT_REFUSALS, type ContactTold } from '../../../src/core/contacts/log.ts'
import { SOURCES, toldWords } from '../../../src/core/contacts/told.ts'
import { LOCALES } from '../../../src/core/ids.ts'
import { idsOf } from '../../../src/core/text.ts'

const contact = {
  id: '01a2182e-ea95-7008-bb8a-1c71b3b04389',
  client: 'Acme',
  channel: 'phone',
  direction: 'in',
  missed: true,
  when: '2026-11-26 15:00',
  note: '',
} as const

describe('what whoever enters a contact is told', () => {
  it('is there for everything that can be, in both languages', () => {
    for (const sources of [SOURCES, IN_SLACK]) expect(idsOf(sources.ru)).toEqual(idsOf(sources.en))
    for (const locale of LOCALES) {
      const all: readonly ContactTold[] = [
        { kind: 'logged', locale, contact },
        { kind: 'taken_back', locale, contact: { ...contact, minutes: 12, reason: 'x', contact: 'y', note: 'z' } },
        ...CONTACT_REFUSALS.map((why) => ({ kind: 'refused' as const, locale, why })),
        ...(['no_client', 'no_channel'] as const).map((why) => ({ kind: 'gap' as const, locale, gap: { why } })),
        { kind: 'gap', locale, gap: { why: 'unclear', given: '31.02' } },
        { kind: 'gap', locale, gap: { why: 'unknown_client', given: 'x', names: [] } },
        { kind: 'gap', locale, gap: { why: 'several_clients', given: 'x', names: ['a', 'b'] } },
        { kind: 'welcome', locale, name: 'Anna' },
        { kind: 'usage', locale },
        ...(['used', 'expired', 'other_place', 'is_client'] as const).map((why) => ({
          kind: 'link_refused' as const,
          locale,
          why,
        })),
      ]
      for (const told of all) expect(toldWords(told)).not.toBe('')
    }
    expect(toldWords({ kind: 'logged', locale: 'en', contact })).toBe(
      'Logged: Acme · call · from them · not taken · 2026-11-26 15:00',
    )
  })
})
