/** What stands behind "More" on a card, and the other things that only show something. */
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Choices, Flow } from '../../../src/core/flow.ts'
import type { RelayId } from '../../../src/core/ids.ts'
import type { MoreAct } from '../../../src/core/relay.ts'
import { wordsOf } from '../cards/verdict.ts'
import { handOverView } from '../cover/hand-over.ts'
import { drawMerge, drawRecall, drawSnooze, drawSplit } from '../dialogs/acts.ts'
import { drawDialog } from '../dialogs/dialog.ts'
import { drawAsDelivered, drawHistory } from '../dialogs/history.ts'
import { drawMore } from '../dialogs/more.ts'
import { makeMessage, makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { buttonSchema, type Tell } from './decisions.ts'
import { openRefusal } from './refusal.ts'
import { openView } from './views.ts'

export type MoreOptions = { readonly flow: Flow; readonly dialogs: WebClient; readonly log: Log }

/** What a click on a card, or on a line behind "More", says of itself. */
export type MoreClick = {
  readonly user: string
  readonly seen: { readonly relay: RelayId; readonly revision: number; readonly look: number }
  readonly trigger: string
  /** Clicked in a dialogue: what it opens lies on top of that. */
  readonly inDialog: boolean
  readonly tell: Tell
}

/** A dialogue of words, which begins with the words as they stand. */
async function openWords(
  { flow, dialogs, log }: MoreOptions,
  act: 'schedule' | 'ask' | 'draft',
  click: MoreClick,
): Promise<void> {
  const look = await flow.look(click.seen.relay, makeUser(click.user))
  if (look.kind !== 'open') return click.tell(wordsOf(look) ?? '')
  // Decided since "More" was opened: nobody shall write what can go nowhere.
  if (look.card.decided !== undefined) return click.tell(wordsOf({ kind: 'already', card: look.card }) ?? '')
  await openView(dialogs, log, click, drawDialog(act, look.card))
}

/** A dialogue in which something is chosen. */
async function openChoices(
  { flow, dialogs, log }: MoreOptions,
  draw: (choices: Extract<Choices, { kind: 'open' }>) => ModalView,
  click: MoreClick,
): Promise<void> {
  const choices = await flow.choices(click.seen.relay, makeUser(click.user))
  if (choices.kind !== 'open') return click.tell(wordsOf(choices) ?? '')
  await openView(dialogs, log, click, draw(choices))
}

/** What each act opens; one line for each act of `MORE_ACTS`. */
const OPENS = {
  hand_over: async ({ flow, dialogs, log }, click) =>
    openView(dialogs, log, click, await handOverView(flow.cover, click.seen.relay, makeUser(click.user))),
  refuse: openRefusal,
  snooze: (options, click) => openChoices(options, drawSnooze, click),
  schedule: (options, click) => openWords(options, 'schedule', click),
  ask: (options, click) => openWords(options, 'ask', click),
  draft: (options, click) => openWords(options, 'draft', click),
  split: (options, click) => openChoices(options, drawSplit, click),
  merge: (options, click) => openChoices(options, drawMerge, click),
  recall: (options, click) => openChoices(options, drawRecall, click),
  history: async ({ flow, dialogs, log }, click) => {
    const history = await flow.history(click.seen.relay, makeUser(click.user))
    if (history.kind !== 'open') return click.tell(wordsOf(history) ?? '')
    await openView(dialogs, log, click, drawHistory(history))
  },
} as const satisfies Record<MoreAct, (options: MoreOptions, click: MoreClick) => Promise<void>>

/** A click on "More". */
export async function onMore(options: MoreOptions, click: Omit<MoreClick, 'seen'> & { value: unknown }): Promise<void> {
  const { flow, dialogs, log } = options
  const look = await flow.look(buttonSchema.parse(click.value).relay, makeUser(click.user))
  if (look.kind !== 'open') return click.tell(wordsOf(look) ?? '')
  await openView(dialogs, log, click, drawMore(look.card))
}

/** A click on one of the acts behind it. */
export async function onMoreAct(
  options: MoreOptions,
  act: MoreAct,
  click: Omit<MoreClick, 'seen'> & { value: unknown },
): Promise<void> {
  await OPENS[act](options, { ...click, seen: buttonSchema.parse(click.value) })
}

/** "As delivered" on a message in a thread of the team. */
export async function onAsDelivered(
  { flow, dialogs, log }: MoreOptions,
  asked: { readonly user: string; readonly channel: string; readonly ts: string; readonly trigger: string },
): Promise<void> {
  const shown = await flow.asDelivered(makeMessage(asked.channel, asked.ts), makeUser(asked.user))
  await openView(dialogs, log, { trigger: asked.trigger, inDialog: false }, drawAsDelivered(shown))
}
