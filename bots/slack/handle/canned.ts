/** Answers that are used again: chosen in a dialogue, and kept with `/canned`. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { describe } from '../../../src/core/errors.ts'
import type { CannedSaved, Flow } from '../../../src/core/flow.ts'
import { LOCALES, type Locale } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Directory } from '../api/people.ts'
import type { Drawn } from '../cards/card.ts'
import { CANNED, CANNED_FIELDS, drawCannedForm, drawCannedList, drawCannedNote } from '../dialogs/canned.ts'
import { drawDialog, fieldBlockIn } from '../dialogs/dialog.ts'
import { makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { say } from '../text.ts'
import { metadataSchema, type SubmitAnswer, typedIn, viewSchema } from './decisions.ts'
import { openView } from './views.ts'

type Options = { readonly flow: Flow; readonly dialogs: WebClient; readonly log: Log }

const searchSchema = z.looseObject({ value: z.string().nullish() })
const openViewSchema = viewSchema.extend({ id: z.string(), hash: z.string() })

/** One was chosen in a dialogue: it goes behind what was typed. Without one others were looked for. */
export async function onCannedChosen(
  { flow, dialogs, log }: Options,
  people: Directory,
  chosen: { readonly user: string; readonly view: unknown; readonly id?: string },
): Promise<void> {
  const view = openViewSchema.parse(chosen.view)
  const { relay, revision, look, act } = metadataSchema.parse(JSON.parse(view.private_metadata))
  if (act !== 'edit' && act !== 'answer' && act !== 'schedule') return
  const by = makeUser(chosen.user)
  const { id } = chosen
  const words = id === undefined ? '' : await flow.cannedWords({ relay, id, by })
  const shown = await flow.look(relay, by)
  if (words === undefined || shown.kind !== 'open') return
  const typed = await typedIn(view.state.values, people)
  const { card } = shown
  const isStale = card.revision !== revision || card.look !== look
  const again = {
    typed: { ...typed, body: words === '' ? typed.body : [...typed.body, ...plain(words)] },
    ...(isStale ? { why: 'stale' as const } : {}),
  }
  const { filled } = fieldBlockIn(Object.keys(view.state.values))
  const wanted = searchSchema.parse(view.state.values[CANNED.search]?.[CANNED.search] ?? {}).value ?? ''
  const list = await flow.canned(by, { relay, wanted })
  const kit = { list, filled: id === undefined ? filled : filled + 1, wanted }
  try {
    const drawn = drawDialog(act, card, again, kit)
    await dialogs.views.update({ view_id: view.id, hash: view.hash, view: drawn })
  } catch (error) {
    log.warn({ error: describe(error) }, 'Slack: a dialogue could not be changed')
  }
}

/** `/canned`, or `/canned <words>`. */
export async function cannedMessage(flow: Flow, user: string, wanted: string): Promise<Drawn | { text: string }> {
  const by = makeUser(user)
  const list = await flow.canned(by, { wanted })
  return list ? drawCannedList(list, wanted) : { text: say(await flow.localeOf(by), 'canned-forbidden') }
}

/** "Add", or "Change" under one that is there. */
export async function onCannedForm(
  { flow, dialogs, log }: Options,
  click: { readonly user: string; readonly id: unknown; readonly trigger: string },
): Promise<void> {
  const id = z.uuid().optional().parse(click.id)
  const form = await flow.cannedOne(makeUser(click.user), id)
  if (!form) return
  const isMissing = id !== undefined && form.one === undefined
  const view = isMissing
    ? drawCannedNote(form.locale, form.withheld ? 'withheld' : 'gone')
    : drawCannedForm(form.locale, form.one)
  await openView(dialogs, log, { trigger: click.trigger, inDialog: false }, view)
}

const formSchema = z.object({
  [CANNED_FIELDS.title]: z.looseObject({ [CANNED_FIELDS.title]: z.looseObject({ value: z.string().nullish() }) }),
  [CANNED_FIELDS.locale]: z.looseObject({
    [CANNED_FIELDS.locale]: z.looseObject({ selected_option: z.looseObject({ value: z.enum(LOCALES) }) }),
  }),
  [CANNED_FIELDS.body]: z.looseObject({ [CANNED_FIELDS.body]: z.looseObject({ value: z.string().nullish() }) }),
})
const idSchema = z.object({ id: z.uuid().optional() })

/** The form was sent off. Undefined closes it. */
export async function onCannedSaved(
  flow: Flow,
  submitted: { readonly user: string; readonly view: unknown },
): Promise<SubmitAnswer | undefined> {
  const view = viewSchema.parse(submitted.view)
  const { id } = idSchema.parse(JSON.parse(view.private_metadata))
  const { title, locale, body } = formSchema.parse(view.state.values)
  const by = makeUser(submitted.user)
  const saved = await flow.saveCanned({
    id,
    by,
    title: title.title.value ?? '',
    locale: locale.locale.selected_option.value,
    body: body.body.value ?? '',
  })
  return saved.kind === 'saved' ? undefined : complaint(saved, await flow.localeOf(by))
}

function complaint(saved: Exclude<CannedSaved, { kind: 'saved' }>, locale: Locale): SubmitAnswer {
  const errors = (field: keyof typeof CANNED_FIELDS, text: string): SubmitAnswer => ({
    response_action: 'errors',
    errors: { [CANNED_FIELDS[field]]: text },
  })
  if (saved.kind === 'forbidden') return errors('title', say(locale, 'canned-forbidden'))
  if (saved.kind === 'unknown_variables') {
    const names = saved.names.map((name) => `{${name}}`).join(', ')
    return errors('body', say(locale, 'canned-unknown', { names }))
  }
  return errors(saved.why === 'no_title' ? 'title' : 'body', say(locale, `canned-${saved.why}`))
}
