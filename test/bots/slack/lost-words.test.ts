import { expect, it } from 'vitest'
import { drawAlertDialog } from '../../../bots/slack/alerts/dialogs.ts'
import { onAlertDialog } from '../../../bots/slack/alerts/handlers.ts'
import type { Directory } from '../../../bots/slack/api/people.ts'
import { drawDialog } from '../../../bots/slack/dialogs/dialog.ts'
import { onDisagreed } from '../../../bots/slack/handle/author.ts'
import { onSubmit } from '../../../bots/slack/handle/decisions.ts'
import { onRefuse } from '../../../bots/slack/handle/refusal.ts'
import { makeUser } from '../../../bots/slack/ids.ts'
import { drawLeadDialog } from '../../../bots/slack/leads/dialogs.ts'
import { onLeadDialog } from '../../../bots/slack/leads/handlers.ts'
import type { Alerts } from '../../../src/core/alerts.ts'
import type { Leads, LeadVerdict } from '../../../src/core/leads.ts'
import { clientCard } from '../../support/card.ts'

const card = clientCard({
  status: 'approved',
  decided: { by: 'Борис', at: '2026-11-26T10:05:00.000Z', act: 'approve' },
})

const ID = '0198f1c2-0000-7000-8000-000000000002'
const LONG = 'Счёт пришлём завтра до обеда, вместе с актом.'
const WORDS = {
  rich_text_value: {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: LONG }] }],
  },
}

const people = {
  names: async () => ({ user: (id: string) => id, channel: (id: string) => id }),
} as unknown as Directory

it.each([
  ['answer', WORDS],
  ['return', { value: LONG }],
] as const)('what was written to "%s" what somebody else has decided meanwhile is given back', async (act, field) => {
  const view = { ...drawDialog(act, card), state: { values: { words: { words: field } } } }
  const flow = { decide: async () => ({ kind: 'already', card }) } as unknown as Parameters<typeof onSubmit>[0]
  const answer = await onSubmit(flow, people, { user: 'U0ANNA', view })
  expect(JSON.stringify(answer)).toContain('Уже решено')
  expect(JSON.stringify(answer)).toContain(LONG)
})

it('so is what was written to a client whose alert has ended meanwhile', async () => {
  const form = { kind: 'open', locale: 'ru', alert: ID, client: 'Автозапчасти', clientId: ID } as const
  const view = { ...drawAlertDialog('write', form), state: { values: { words: { words: WORDS } } } }
  const alerts = { act: async () => ({ kind: 'over', locale: 'ru', client: 'Автозапчасти' }) } as unknown as Alerts
  const answer = await onAlertDialog(alerts, people, makeUser('U0ANNA'), view)
  expect(JSON.stringify(answer)).toContain('это уже закончилось')
  expect(JSON.stringify(answer)).toContain(LONG)
})

it('and a refusal of what somebody else has decided', async () => {
  const flow = {
    refusal: async () => ({ kind: 'already', card }),
    refuse: async () => ({ kind: 'already', card }),
    localeOf: async () => 'ru',
  } as unknown as Parameters<typeof onRefuse>[0]['flow']
  const seen = { relay: card.relay, revision: 1, look: 0, filledWith: '' }
  const view = { private_metadata: JSON.stringify(seen), state: { values: { words: { words: WORDS } } } }
  const answer = await onRefuse({ flow }, people, { user: 'U0ANNA', view })
  expect(JSON.stringify(answer)).toContain('Уже решено')
  expect(JSON.stringify(answer)).toContain(LONG)
})

it('and what an author finds wrong with what is settled by now', async () => {
  const flow = { authorAnswers: async () => ({ kind: 'over', locale: 'ru' }) } as unknown as Parameters<
    typeof onDisagreed
  >[0]
  const view = {
    private_metadata: JSON.stringify(`${card.relay}|${ID}`),
    state: { values: { wrong: { wrong: { value: LONG } } } },
  }
  const answer = await onDisagreed(flow, { user: 'U0OLEG', view })
  expect(JSON.stringify(answer)).toContain('уже неактуально')
  expect(JSON.stringify(answer)).toContain(LONG)
})

it('so is why a lead is lost, of one that has gone further meanwhile', async () => {
  const form = { kind: 'open', locale: 'ru', client: ID, name: 'Автозапчасти', tiers: [], people: [] } as const
  const view = { ...drawLeadDialog('lose', form), state: { values: { reason: { reason: { value: LONG } } } } }
  const ended = (verdict: LeadVerdict) =>
    onLeadDialog({ act: async () => verdict } as unknown as Leads, makeUser('U0ANNA'), view)
  const already = await ended({ kind: 'already', locale: 'ru', name: 'Автозапчасти', state: 'won' })
  expect(JSON.stringify(already)).toContain(LONG)
  const done = await ended({ kind: 'done', locale: 'ru', name: 'Автозапчасти', state: 'lost' })
  expect(JSON.stringify(done)).not.toContain(LONG)
})
