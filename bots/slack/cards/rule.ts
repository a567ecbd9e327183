/** What a rule does to a relay, on its card. */
import type { Button, KnownBlock } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { CardRule } from '../../../src/core/rule.ts'
import { escaped } from '../format/mrkdwn.ts'
import { context, moment, section, words } from './blocks.ts'
import { say } from './rule-text.ts'

/** The rule's name and its effect: when it goes by itself, why it does not, who has approved and who must. */
export function ruleBlocks({ rule, locale }: Pick<Card, 'rule' | 'locale'>): KnownBlock[] {
  if (rule === undefined) return []
  const name = escaped(rule.key)
  const lines = LINES[rule.act](rule, name, locale)
  const endorsed = rule.endorsed.map(({ by, at }) =>
    say(locale, 'rule-endorsed', { by: escaped(by), at: moment(at, locale) }),
  )
  const text = [...endorsed, ...lines].join('\n')
  return [rule.at === undefined ? context(text) : section(text)]
}

const LINES: { readonly [Act in CardRule['act']]: (rule: CardRule, name: string, locale: Locale) => string[] } = {
  hold: (_rule, name, locale) => [say(locale, 'rule-hold', { name })],
  approve: ({ at, stopped, holds }, name, locale) => {
    if (stopped) return [say(locale, 'rule-stopped', { by: escaped(stopped.by), at: moment(stopped.at, locale), name })]
    if (at !== undefined)
      return [`:hourglass_flowing_sand: ${say(locale, 'rule-auto', { at: moment(at, locale), name })}`]
    const why = holds.map((hold) => say(locale, `hold-${hold}`)).join(', ')
    return [say(locale, 'rule-held', { name, why: why === '' ? say(locale, 'hold-changed') : why })]
  },
  second: ({ needed, quorum, away, endorsed }, name, locale) => [
    needed.length === 0
      ? say(locale, endorsed.length > 1 ? 'rule-second-enough' : 'rule-second-anybody', { name })
      : say(locale, `rule-second-${quorum}`, { name, who: escaped(needed.join(', ')) }),
    ...away.map(({ name: person, standIn, leads }) =>
      standIn === undefined
        ? say(locale, 'rule-away-lead', { person: escaped(person), who: escaped(leads.join(', ')) })
        : say(locale, 'rule-away', { person: escaped(person), by: escaped(standIn) }),
    ),
  ],
  lead: ({ needed }, name, locale) => [say(locale, 'rule-lead', { name, who: escaped(needed.join(', ')) })],
}

/** What somebody has rewritten and others must approve. */
export function proposalBlocks({ proposed, locale }: Pick<Card, 'proposed' | 'locale'>, most: number): KnownBlock[] {
  if (proposed === undefined) return []
  const grave = proposed.findings.filter(({ severity }) => severity !== 'note')
  return [
    context(say(locale, 'rule-proposed', { by: escaped(proposed.by) })),
    words(proposed.body, most),
    ...(grave.length === 0 ? [] : [context(grave.map((found) => `:warning: ${escaped(found.words)}`).join('\n'))]),
  ]
}

/** Only while there is something to stop. */
export function stopButton({
  rule,
  relay,
  revision,
  locale,
}: Pick<Card, 'rule' | 'relay' | 'revision' | 'locale'>): Button[] {
  if (rule?.at === undefined) return []
  return [
    {
      type: 'button',
      action_id: 'stop',
      text: { type: 'plain_text', text: say(locale, 'rule-stop'), emoji: false },
      value: `${relay}|${revision}`,
    },
  ]
}

export function doneByRule(rule: string, at: string, locale: Locale): string {
  return say(locale, 'rule-done', { name: escaped(rule), at: moment(at, locale) })
}
