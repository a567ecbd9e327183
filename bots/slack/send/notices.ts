import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Address, RemoteMessage } from '../../../src/core/ids.ts'
import { type StaffNotice, staffNoticeSchema } from '../../../src/core/notice.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Outcome, Outgoing } from '../../../src/core/sender.ts'
import { drawAlert } from '../alerts/blocks.ts'
import { outcomeOf } from '../api/outcome.ts'
import { drawAsked } from '../cards/asked.ts'
import { cut } from '../cards/blocks.ts'
import { type Drawn, drawCard } from '../cards/card.ts'
import { drawGathered } from '../clients/blocks.ts'
import { chasedWords, digestWords, slaWords } from '../clocks/words.ts'
import { toldMessage } from '../contacts/handlers.ts'
import { say as sayCover } from '../cover/text.ts'
import { AS_WRITTEN, escaped } from '../format/mrkdwn.ts'
import type { RichTextBlock } from '../format/rich-text.ts'
import { toRichText } from '../format/to-blocks.ts'
import { makeThread, parsePlace, parseUser } from '../ids.ts'
import { say } from '../text.ts'
import { shareFiles } from './files.ts'
import { showState } from './state.ts'
import { post } from './words.ts'

export type NoticeOptions = {
  readonly client: WebClient
  /** Our own user id. */
  readonly self: () => Promise<string>
  /** Where the workspace is, with a slash at its end. */
  readonly workspace: () => Promise<string>
}

/** What Liaison itself says to the agency's people. */
export async function sendNotice(
  { client, self, workspace }: NoticeOptions,
  to: Address,
  { content, target, trace }: Outgoing,
  key: string,
): Promise<Outcome> {
  const parsed = staffNoticeSchema.safeParse(content.kind === 'notice' ? content.notice : undefined)
  if (!parsed.success) return { kind: 'refused', reason: 'bad_request', detail: 'not a notice for staff' }
  const notice = parsed.data
  if (notice.template === 'card') return sendDrawn(client, to, drawCard(notice.card), target, key)
  if (notice.template === 'alert') return sendDrawn(client, to, drawAlert(notice.alert, notice.locale), target, key)
  if (notice.template === 'gathered_alerts')
    return sendDrawn(client, to, drawGathered(notice.gathered, notice.locale), target, key)
  if (notice.template === 'contact_told') return sendDrawn(client, to, toldMessage(notice.told), target, key)
  if (notice.template === 'asked') return sendDrawn(client, to, drawAsked(notice), target, key)
  if (notice.template === 'card_files') {
    return trace === undefined
      ? { kind: 'refused', reason: 'bad_request', detail: 'the files were not uploaded' }
      : shareFiles(client, to, { files: notice.files, words: titleOf(notice) }, undefined, trace)
  }
  if (notice.template === 'state') return stateOutcome(client, notice, self)
  const thread = to.thread === undefined ? undefined : parsePlace(to.thread)?.ts
  const text = await wordsOf(notice, workspace)
  if (target !== undefined) return rewrite(client, target, { text })
  return post(client, to, key, { text, ...(thread === undefined ? {} : { thread_ts: thread }) })
}

/** Above files that stand under no card. */
function titleOf({ number, locale }: Extract<StaffNotice, { template: 'card_files' }>): RichTextBlock | undefined {
  if (number === undefined) return undefined
  return toRichText(
    plain(say(locale, 'card-files-of', { number: say(locale, 'card-number', { number: String(number) }) })),
  )
}

async function stateOutcome(
  client: WebClient,
  notice: Extract<StaffNotice, { template: 'state' }>,
  self: () => Promise<string>,
): Promise<Outcome> {
  try {
    return await showState(client, notice.message, notice.state, await self())
  } catch (error) {
    return outcomeOf(error, 'update')
  }
}

/** A new card, in its thread when it has one, or the one that stands there rewritten. */
async function sendDrawn(
  client: WebClient,
  to: Address,
  drawn: Drawn,
  target: RemoteMessage | undefined,
  key: string,
): Promise<Outcome> {
  if (target !== undefined) return rewrite(client, target, drawn)
  const thread = to.thread === undefined ? undefined : parsePlace(to.thread)?.ts
  return post(client, to, key, { ...drawn, ...(thread === undefined ? {} : { thread_ts: thread }) })
}

/** In the place of what stands there, which pings nobody. */
async function rewrite(
  client: WebClient,
  target: RemoteMessage,
  drawn: { readonly text: string; readonly blocks?: KnownBlock[] },
): Promise<Outcome> {
  const place = parsePlace(target)
  if (!place) return { kind: 'refused', reason: 'target_gone', detail: 'not a message of Slack' }
  try {
    await client.chat.update({ channel: place.channel, ts: place.ts, ...drawn, ...AS_WRITTEN })
    return { kind: 'sent', messages: [target], thread: makeThread(place.channel, place.ts) }
  } catch (error) {
    return outcomeOf(error, 'update')
  }
}

const DETAIL = 1_000

type Spoken = Exclude<
  StaffNotice,
  { template: 'card' | 'card_files' | 'state' | 'asked' | 'alert' | 'gathered_alerts' | 'contact_told' }
>

async function wordsOf(notice: Spoken, workspace: () => Promise<string>): Promise<string> {
  const { locale } = notice
  switch (notice.template) {
    case 'sla':
      return slaWords(notice, await workspace())
    case 'digest':
      return digestWords(notice, await workspace())
    case 'chased':
      return chasedWords(notice)
    case 'trouble': {
      const args = { about: escaped(notice.about), detail: escaped(cut(notice.detail, DETAIL)) }
      return say(locale, `trouble-${notice.what}`, args)
    }
    case 'file_not_taken': {
      const { names, limitMb: limit } = notice
      const author = parseUser(notice.author) ?? ''
      return say(locale, 'file_not_taken', { author, count: names.length, names: escaped(names.join(', ')), limit })
    }
    case 'reacted': {
      const args = { who: escaped(notice.who), words: escaped(notice.words) }
      return notice.signs.length === 0
        ? say(locale, 'reacted-nothing', args)
        : say(locale, 'reacted', { ...args, signs: escaped(notice.signs.join(' ')) })
    }
    case 'assigned':
      return assignedWords(notice)
    case 'unassigned':
      return sayCover(locale, 'unassigned', {
        kind: notice.lead ? 'lead' : 'client',
        client: escaped(notice.client),
      })
    case 'snooze_over': {
      const { number, client, words } = notice
      return say(locale, 'snooze_over', { number: String(number), client: escaped(client), words: escaped(words) })
    }
    case 'returned':
    case 'rejected':
      return say(locale, notice.template, {
        author: parseUser(notice.author) ?? '',
        by: escaped(notice.by),
        reason: escaped(notice.reason),
        words: escaped(notice.words),
      })
  }
}

function assignedWords({ locale, client, lead, by, until, note }: Extract<Spoken, { template: 'assigned' }>): string {
  return sayCover(locale, 'assigned', {
    kind: sayCover(locale, lead ? 'assigned-lead' : 'assigned-client'),
    client: escaped(client),
    by: by === undefined ? 'rule' : escaped(by),
    until: until === undefined ? '' : sayCover(locale, 'assigned-until', { until }),
    note: note === undefined ? '' : ` ${escaped(cut(note, DETAIL))}`,
  })
}
