import type { Button, KnownBlock } from '@slack/types'
import { withQuotes } from '../../../src/core/answered.ts'
import { type Attachment, sizeInWords } from '../../../src/core/attachment.ts'
import { CAPABILITIES, lossesOf as lossesIn } from '../../../src/core/capabilities.ts'
import type { Card } from '../../../src/core/card.ts'
import { handlesIn, turnedIn } from '../../../src/core/disguises.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { falseLinksIn } from '../../../src/core/links.ts'
import type { ActKind } from '../../../src/core/relay.ts'
import { filesIn, isBlank, preview, wordsIn } from '../../../src/core/rich-text.ts'
import { missingWords } from '../../../src/core/words.ts'
import { say as sayClock } from '../clocks/text.ts'
import { clocksOf, isLate } from '../clocks/words.ts'
import { escaped } from '../format/mrkdwn.ts'
import { leadBlocks } from '../leads/blocks.ts'
import { reasonBlocks } from '../reasons/blocks.ts'
import { say } from '../text.ts'
import { context, contexts, cut, fitted, header, isCut, moment, section, words } from './blocks.ts'
import { drawDifference } from './difference.ts'
import { decidedMarks, waitingMarks } from './marks.ts'
import { doneByRule, proposalBlocks, ruleBlocks, stopButton } from './rule.ts'

export type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

/** A card of the queue. Once it is decided there is nothing left to do: it is a line. */
export function drawCard(card: Card): Drawn {
  if (card.moved !== undefined) return drawMoved(card, card.moved)
  return {
    text: fallbackOf(card),
    blocks: card.acts.length > 0 ? fitted((most) => openCard(card, most)) : decidedCard(card),
  }
}

/** Who says what to whom, what came before, the words themselves, and what can be done. */
function openCard(card: Card, most: number): KnownBlock[] {
  const { standing = [], draft, proposed } = card
  const body = withQuotes(card.body, card.quotes)
  const isAnyCut = [body, standing, draft?.body ?? [], proposed?.body ?? []].some((each) => isCut(each, most))
  return [
    header(titleOf(card)),
    context(factsOf(card)),
    ...clocksOf(card),
    ...beforeOf(card),
    ...notesOf(card),
    ...boundariesOf(card),
    ...standingOf(card, most),
    ...(isOnlyFiles(body) ? [] : [words(body, most)]),
    ...filesOf(card),
    ...sinceOf(card),
    ...waitingMarks(card, most),
    ...lossesOf(card),
    ...hiddenIn(card),
    ...beforeLeaving(card),
    ...(isAnyCut ? [context(whereAllIs(card))] : []),
    ...projectOf(card),
    ...reasonBlocks(card),
    ...proposalBlocks(card, most),
    ...ruleBlocks(card),
    ...actsOf(card),
    ...leadBlocks(card),
  ]
}

function isOnlyFiles(body: Card['body']): boolean {
  return filesIn(body).length > 0 && isBlank(wordsIn(body))
}

/** A dialogue that one of its buttons opens: what is to be removed cannot be edited. */
function whereAllIs({ acts, direction, locale }: Card): string {
  if (acts.includes('edit')) return say(locale, 'card-cut')
  return say(locale, 'card-cut-preview', { button: say(locale, `preview-${direction}`) })
}

const LINE = 80
/** As it was decided: nobody need look. */
const FINE: readonly NonNullable<Card['delivery']>['state'][] = ['delivered', 'on_its_way', 'unsent']
const QUOTES = { ru: ['«', '»'], en: ['“', '”'] } as const satisfies Record<Locale, readonly [string, string]>

/** Which it was and how it ended; all of it is behind its button. What went wrong, or has changed since, is still said. */
function decidedCard(card: Card): KnownBlock[] {
  const { locale, number, author, body, delivery } = card
  const what = `${say(locale, 'card-number', { number: String(number) })} · ${titleOf(card)} · ${author.name}`
  const isFine = delivery === undefined || FINE.includes(delivery.state)
  const arrived = delivery !== undefined && isFine ? ` · ${deliveryLine(delivery, locale, card.kind)}` : ''
  // What was merged into another has no words any more.
  const said = preview(body, LINE)
  const [from, to] = QUOTES[locale]
  const quoted = said === '' ? '' : `: ${from}${escaped(said)}${to}`
  const line = `${escaped(what)}${quoted}\n${doneLine(card)}${arrived}`
  return [
    { ...section(line), accessory: historyButton(card) } as KnownBlock,
    ...notesOf({ ...card, returned: undefined, changed: changedSince(card) }),
    ...(isFine ? [] : deliveryOf(card)),
    ...leadBlocks(card),
    ...reasonBlocks(card),
    ...decidedMarks(card),
  ]
}

/** What was changed before the decision is in what was decided. */
function changedSince({ changed, decided }: Card): Card['changed'] {
  return decided === undefined || changed?.afterDecision ? changed : undefined
}

function historyButton(card: Card): Button {
  return {
    type: 'button',
    action_id: 'more_history',
    text: { type: 'plain_text', text: say(card.locale, 'more-history'), emoji: false },
    value: buttonValue(card),
  }
}

/** What is somebody else's to decide by now: one line. */
function drawMoved(card: Card, to: string): Drawn {
  const number = say(card.locale, 'card-number', { number: String(card.number) })
  const line = say(card.locale, 'card-moved', { number, title: escaped(titleOf(card)), to: escaped(to) })
  return { text: line, blocks: [context(line)] }
}

export function titleOf(card: Pick<Card, 'client' | 'direction' | 'kind' | 'locale'>): string {
  const id = card.client.lead ? 'card-lead' : `card-${card.direction}`
  const title = say(card.locale, id, { client: card.client.name })
  return card.kind === 'message' ? title : say(card.locale, `card-title-${card.kind}`, { title })
}

/** What a notification shows; Slack reads it as mrkdwn. */
function fallbackOf(card: Card): string {
  const late = card.acts.length > 0 && isLate(card) ? `${sayClock(card.locale, 'card-late')} · ` : ''
  const direction = `${late}${titleOf(card)}`
  return escaped(
    say(card.locale, 'card-fallback', { direction, author: card.author.name, words: preview(card.body, 150) }),
  )
}

function factsOf(card: Card): string {
  const { locale, author } = card
  const facts = [
    say(locale, 'card-number', { number: String(card.number) }),
    escaped(author.craft === undefined ? author.name : `${author.name} (${author.craft})`),
    author.isNew ? say(locale, 'card-new') : undefined,
    card.project === undefined ? undefined : escaped(card.project),
    card.place === undefined ? undefined : escaped(say(locale, 'card-group', { title: card.place })),
    card.client.tier === 'key' ? say(locale, 'card-key') : undefined,
    card.round > 1 ? say(locale, 'card-round', { round: String(card.round) }) : undefined,
    moment(card.openedAt, locale),
    card.status === 'gathering' ? say(locale, 'card-gathering') : undefined,
  ]
  return facts.filter((fact) => fact !== undefined).join(' · ')
}

function beforeOf({ before, locale }: Card): KnownBlock[] {
  if (before.length === 0) return []
  const lines = before.map(({ who, side, at, text }) => {
    const name = who === '' ? say(locale, `card-${side}-side`) : who
    return `${moment(at, locale)} ${escaped(name)}: ${escaped(text)}`
  })
  return [context([say(locale, 'card-before'), ...lines].join('\n'))]
}

/** The client has written since these words were: they may no longer be the answer. */
function sinceOf({ since, locale }: Card): KnownBlock[] {
  if (since.length === 0) return []
  const lines = since.map(({ who, at, text }) => `${moment(at, locale)} ${escaped(who)}: ${escaped(text)}`)
  return [section([`:warning: ${say(locale, 'card-since')}`, ...lines].join('\n'))]
}

const NOTE_LENGTH = 700

function notesOf({ returned, changed, handed, status, locale }: Card): KnownBlock[] {
  const short = (text: string) => escaped(cut(text, NOTE_LENGTH))
  const notes: KnownBlock[] = []
  if (handed && (status === 'waiting' || status === 'gathering'))
    notes.push(context(say(locale, 'card-handed', { by: escaped(handed.by), note: short(handed.note) })))
  if (returned && status !== 'returned') {
    notes.push(context(say(locale, 'card-returned', { by: escaped(returned.by), reason: short(returned.reason) })))
  }
  if (changed) {
    const id = changed.after === '' ? 'card-removed' : changed.afterDecision ? 'card-changed-after' : 'card-changed'
    notes.push(section(`:warning: ${say(locale, id, { before: short(changed.before), after: short(changed.after) })}`))
    const isShort = changed.before.length + changed.after.length <= 2 * NOTE_LENGTH
    const difference = isShort && changed.after !== '' ? drawDifference(changed.before, changed.after) : undefined
    if (difference !== undefined) notes.push(difference)
  }
  return notes
}

const BOUNDARY = 300

/** What the client asks for again, and what they were told when it was refused. */
function boundariesOf({ boundaries = [], locale }: Card): KnownBlock[] {
  return boundaries.map(({ at, reason, words: said, by }) => {
    const args = { at: moment(at, locale), by: escaped(by), reason: say(locale, `reason-${reason}`) }
    return section(`:no_entry_sign: ${say(locale, 'card-boundary', { ...args, words: escaped(cut(said, BOUNDARY)) })}`)
  })
}

/** What would be replaced: the manager may have rewritten it, and must not lose that unseen. */
function standingOf({ standing, locale, kind }: Card, most: number): KnownBlock[] {
  if (standing === undefined) return []
  return kind === 'removal'
    ? [context(say(locale, 'card-removes'))]
    : [context(say(locale, 'card-standing')), words(standing, most), context(say(locale, 'card-replaces'))]
}

const MOST_FILES = 20

/** What is not shown to whoever reads it, and where it is. */
function hiddenIn({ amountsHidden, shared, files, locale }: Card): KnownBlock[] {
  const lines = [
    ...(amountsHidden ? [say(locale, shared ? 'card-amounts-shared' : 'dialog-amounts-hidden')] : []),
    ...(files === undefined ? [] : [say(locale, `card-files-${files}${shared ? '-shared' : ''}`)]),
  ]
  return lines.length === 0 ? [] : [context(lines.join('\n'))]
}

function filesOf({ body, locale }: Card): KnownBlock[] {
  const files = filesIn(body)
  if (files.length === 0) return []
  // Of more than are shown those with something wrong are never left out for those without.
  const shown = files.length > MOST_FILES ? files.toSorted((a, b) => flawsOf(b) - flawsOf(a)) : files
  const lines = shown.slice(0, MOST_FILES).map((file) => `:paperclip: ${fileLine(file, locale)}`)
  const more = files.length - lines.length
  return contexts([...lines, ...(more > 0 ? [say(locale, 'card-files-more', { count: more })] : [])])
}

function flawsOf({ missing, warnings = [] }: Attachment): number {
  return warnings.length + (missing === undefined ? 0 : 1)
}

/** What people must know of a file before it crosses: its name, size and length, why it is not there, and what is wrong with it. */
export function fileLine(file: Attachment, locale: Locale): string {
  if (file.missing !== undefined) return `:warning: ${escaped(missingWords(locale, file))}`
  const facts = [
    `*${escaped(file.name)}*`,
    sizeInWords(file.size, locale),
    file.duration === undefined ? undefined : say(locale, 'file-duration', { seconds: Math.round(file.duration) }),
    ...(file.warnings ?? []).map((warning) => `:warning: ${say(locale, `warning-${warning}`)}`),
  ]
  return facts.filter((fact) => fact !== undefined).join(' · ')
}

/** What the other side cannot show as it is here: said before anybody decides. */
export function lossesOf({
  body,
  proposed,
  direction,
  locale,
  acts,
}: Pick<Card, 'body' | 'proposed' | 'direction' | 'locale' | 'acts'>): KnownBlock[] {
  if (acts.length === 0) return []
  const losses = lossesIn(proposed?.body ?? body, direction)
  if (losses.length === 0) return []
  const lines = losses.map(({ kind, level, note }) => {
    const sign = level === 'dropped' ? ':warning: ' : ''
    return `${sign}${escaped(CAPABILITIES[kind].name[locale])}: ${escaped(note[locale])}`
  })
  return [context([say(locale, 'card-losses'), ...lines].join('\n'))]
}

const MOST_FALSE_LINKS = 5
const MOST_HANDLES = 5
const MOST_TURNED = 3
const TURNED = 100
const HOST = 100

/** What is done to the words when they leave, and what should be looked at before. */
function beforeLeaving({ body, proposed, direction, blind, signature, warnings = [], locale }: Card): KnownBlock[] {
  const leaving = proposed?.body ?? body
  const lines = [
    ...falseLinksIn(leaving)
      .slice(0, MOST_FALSE_LINKS)
      .map(({ shown, leads }) => {
        const hosts = { shown: escaped(cut(shown, HOST)), leads: escaped(cut(leads, HOST)) }
        return `:warning: ${say(locale, 'card-false-link', hosts)}`
      }),
    ...(direction === 'to_client' ? handlesIn(leaving) : [])
      .slice(0, MOST_HANDLES)
      .map((name) => `:warning: ${say(locale, 'card-handle', { name })}`),
    ...turnedIn(leaving)
      .slice(0, MOST_TURNED)
      .map((words) => `:warning: ${say(locale, 'card-turned', { words: escaped(cut(words, TURNED)) })}`),
    ...warnings.map(({ kind, word }) => `:warning: ${say(locale, `card-${kind}`, { word: escaped(word) })}`),
    ...(blind === true ? [`:see_no_evil: ${say(locale, 'card-blind')}`] : []),
    ...(signature === undefined ? [] : [say(locale, 'card-signature', { name: escaped(signature) })]),
  ]
  return lines.length === 0 ? [] : [context(lines.join('\n'))]
}

function projectOf({ projects, locale, relay, revision }: Card): KnownBlock[] {
  if (projects.length === 0) return []
  const options = projects.slice(0, 100).map(({ key, name }) => ({
    text: { type: 'plain_text' as const, text: cut(name, 75) },
    value: key,
  }))
  const chosen = options[projects.findIndex((project) => project.chosen)]
  return [
    {
      type: 'actions',
      block_id: `project|${relay}|${revision}`,
      elements: [
        {
          type: 'static_select',
          action_id: 'project',
          placeholder: { type: 'plain_text', text: cut(say(locale, 'card-project'), 150) },
          options,
          ...(chosen === undefined ? {} : { initial_option: chosen }),
        },
      ],
    },
  ]
}

const STYLE: Partial<Record<ActKind, 'primary' | 'danger'>> = { approve: 'primary', reject: 'danger' }

/** The buttons; each carries the relay and the revision that is on the card before whoever clicks. */
export function actsOf(
  card: Pick<Card, 'locale' | 'relay' | 'revision' | 'look' | 'direction'> & {
    readonly acts: readonly ActKind[]
    readonly rule?: Card['rule']
  },
): KnownBlock[] {
  if (card.acts.length === 0) return []
  const elements = card.acts.map((act): Button => {
    const id = act === 'return' && card.direction === 'to_team' ? 'act-return-client' : `act-${act}`
    const style = STYLE[act]
    return {
      type: 'button',
      action_id: act,
      text: { type: 'plain_text', text: say(card.locale, id), emoji: false },
      value: buttonValue(card),
      ...(style === undefined ? {} : { style }),
    }
  })
  return [
    {
      type: 'actions',
      block_id: `acts|${card.relay}`,
      elements: [...elements, previewButton(card), moreButton(card), ...stopButton(card)],
    },
  ]
}

function previewButton(card: Pick<Card, 'relay' | 'revision' | 'look' | 'locale' | 'direction'>): Button {
  const text = say(card.locale, `preview-${card.direction}`)
  return {
    type: 'button',
    action_id: 'preview',
    text: { type: 'plain_text', text, emoji: false },
    value: buttonValue(card),
  }
}

function moreButton(card: Pick<Card, 'relay' | 'revision' | 'look' | 'locale'>): Button {
  const text = say(card.locale, 'act-more')
  return {
    type: 'button',
    action_id: 'more',
    text: { type: 'plain_text', text, emoji: false },
    value: buttonValue(card),
  }
}

export function buttonValue({ relay, revision, look }: Pick<Card, 'relay' | 'revision' | 'look'>): string {
  return `${relay}|${revision}|${look}`
}

/** Who did what, when, in one line. */
export function doneLine({ decided, sendAt, locale }: Card): string {
  if (!decided) return ''
  if (decided.rule !== undefined) return doneByRule(decided.rule, decided.at, locale)
  const args = { by: escaped(decided.by), at: moment(decided.at, locale), note: escaped(decided.note ?? '') }
  const when = sendAt === undefined ? '' : moment(sendAt, locale)
  const done = say(locale, `done-${decided.act}`, { ...args, when })
  if (decided.note === undefined || decided.act === 'merge') return done
  return `${done}. ${say(locale, 'done-reason', { note: escaped(cut(decided.note, NOTE_LENGTH)) })}`
}

/** How it is doing on its way, in words. A removal brings nobody anything. */
export function deliveryLine(
  delivery: NonNullable<Card['delivery']>,
  locale: Locale,
  kind: Card['kind'] = 'message',
): string {
  const reason = say(locale, `refusal-${delivery.reason ?? 'bad_request'}`)
  const at = delivery.at === undefined ? '' : moment(delivery.at, locale)
  const state = kind === 'removal' && delivery.state === 'delivered' ? 'done' : delivery.state
  return say(locale, `delivery-${state}`, { at, reason })
}

function deliveryOf({ delivery, locale }: Card): KnownBlock[] {
  if (!delivery) return []
  const line = context(deliveryLine(delivery, locale))
  if (delivery.state !== 'unsure' || delivery.item === undefined) return [line]
  const button = (action: 'arrived' | 'send_again', id: string): Button => ({
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: say(locale, id), emoji: false },
    value: `${delivery.item}|${delivery.attempt ?? ''}`,
  })
  const buttons = [button('arrived', 'unsure-arrived'), button('send_again', 'unsure-again')]
  return [line, { type: 'actions', block_id: `unsure|${delivery.item}`, elements: buttons }]
}
