import { describe, expect, it } from 'vitest'
import { drawClient } from '../../../../bots/slack/clients/blocks.ts'
import type { ClientCard } from '../../../../src/core/clients.ts'

const CARD: ClientCard = {
  locale: 'ru',
  id: '1',
  name: 'Автозапчасти',
  tier: 'key',
  lead: false,
  manager: 'Анна',
  deputy: undefined,
  standing: undefined,
  course: [],
  alerts: [],
  last: [],
  open: [],
  moreOpen: 0,
  waiting: 0,
}
const said = { side: 'agency', who: 'Анна', at: '2026-11-23T08:00:00Z', channel: 'phone', text: '' } as const

describe('what was said last, on a client’s card', () => {
  it('says of a call without a note that it has none', () => {
    const drawn = (locale: ClientCard['locale']) => JSON.stringify(drawClient({ ...CARD, locale, last: [said] }))
    expect(drawn('ru')).toMatch(/→ Анна: _без заметки_/)
    expect(drawn('en')).toMatch(/→ Анна: _no note_/)
  })
})
