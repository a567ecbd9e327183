/** "Preview" in a dialogue: what is typed there, as the other side would see it. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Flow, Typing } from '../../../src/core/flow.ts'
import type { RelayId } from '../../../src/core/ids.ts'
import type { Directory } from '../api/people.ts'
import { wordsOf } from '../cards/verdict.ts'
import { drawWords } from '../dialogs/more.ts'
import { drawTyped } from '../dialogs/preview.ts'
import { makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { typedIn, viewSchema } from './decisions.ts'
import { openView } from './views.ts'

type Options = { readonly flow: Flow; readonly dialogs: WebClient; readonly log: Log }

const metadataSchema = z.object({
  relay: z.string().transform((id) => id as RelayId),
  act: z.string().default('refuse'),
})

/** What each dialogue that has the button does with its words (see `typedAs`); that of a refusal has no act. */
const AS: Readonly<Record<string, Typing['as']>> = {
  edit: 'edit',
  schedule: 'edit',
  answer: 'answer',
  return: 'answer',
  refuse: 'refuse',
}

/** Lies upon the dialogue, which keeps its words: "More", what it opened, and this are the three that Slack allows. */
export async function onPreviewTyped(
  { flow, dialogs, log }: Options,
  people: Directory,
  click: { readonly user: string; readonly view: unknown; readonly trigger: string },
): Promise<void> {
  const view = viewSchema.parse(click.view)
  const { relay, act } = metadataSchema.parse(JSON.parse(view.private_metadata))
  const as = AS[act]
  if (as === undefined) return
  const by = makeUser(click.user)
  const { body } = await typedIn(view.state.values, people)
  const preview = await flow.previewTyped({ relay, by, as, body })
  const drawn =
    preview.kind === 'open' ? drawTyped(preview) : drawWords(wordsOf(preview) ?? '', await flow.localeOf(by))
  await openView(dialogs, log, { trigger: click.trigger, inDialog: true }, drawn)
}
