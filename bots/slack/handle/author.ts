/** An author answers whether the manager's wording still says what they meant. */
import { z } from 'zod'
import type { AuthorVerdict, Flow } from '../../../src/core/flow.ts'
import type { RelayId } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { section } from '../cards/blocks.ts'
import { WRONG } from '../dialogs/asked.ts'
import { givenBack } from '../dialogs/dialog.ts'
import { plainModal } from '../dialogs/more.ts'
import { makeUser } from '../ids.ts'
import { say } from '../text.ts'
import type { SubmitAnswer, Tell } from './decisions.ts'

const valueSchema = z
  .string()
  .regex(/^[0-9a-f-]{36}\|[0-9a-f-]{36}$/)
  .transform((value) => {
    const [relay = '', version = ''] = value.split('|')
    return { relay: relay as RelayId, version }
  })

export async function onAgreed(
  flow: Flow,
  click: { readonly user: string; readonly value: unknown; readonly tell: Tell },
): Promise<void> {
  const about = valueSchema.parse(click.value)
  const words = wordsOf(await flow.authorAnswers({ ...about, by: makeUser(click.user), agrees: true }))
  if (words !== undefined) await click.tell(words)
}

const viewSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({
    values: z.looseObject({
      [WRONG.block]: z.looseObject({ [WRONG.action]: z.looseObject({ value: z.string().nullish() }) }),
    }),
  }),
})

export async function onDisagreed(
  flow: Flow,
  submitted: { readonly user: string; readonly view: unknown },
): Promise<SubmitAnswer | undefined> {
  const view = viewSchema.parse(submitted.view)
  const about = valueSchema.parse(JSON.parse(view.private_metadata))
  const note = view.state.values[WRONG.block]?.[WRONG.action]?.value ?? ''
  const verdict = await flow.authorAnswers({ ...about, by: makeUser(submitted.user), agrees: false, note })
  const words = wordsOf(verdict)
  if (words === undefined) return undefined
  if (verdict.kind === 'no_reason') return { response_action: 'errors', errors: { [WRONG.block]: words } }
  const { locale } = verdict
  const blocks = [section(words), ...givenBack(plain(note), locale)]
  return { response_action: 'update', view: { ...plainModal(say(locale, 'wrong-title'), locale), blocks } }
}

function wordsOf({ kind, locale }: AuthorVerdict): string | undefined {
  return kind === 'done' ? undefined : say(locale, `author-${kind}`)
}
