import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { AlertAct, Alerts, AlertVerdict } from '../../../src/core/alerts.ts'
import type { RemoteUser } from '../../../src/core/ids.ts'
import type { Directory } from '../api/people.ts'
import { FIELD } from '../dialogs/dialog.ts'
import { WHEN } from '../dialogs/when.ts'
import { escaped } from '../format/mrkdwn.ts'
import { typedIn } from '../handle/decisions.ts'
import { type AlertDialog, drawAlertDialog, drawAlertNote, readAlertDialog } from './dialogs.ts'
import { say } from './text.ts'

/** A click on an act: its dialogue, or one that says why not. */
export async function alertView(alerts: Alerts, act: AlertDialog, by: RemoteUser, value: unknown): Promise<ModalView> {
  const form = await alerts.form(z.uuid().parse(value), by)
  return form.kind === 'open' ? drawAlertDialog(act, form) : drawAlertNote(wordsOf(form, act), act, form.locale)
}

/** A click on "Log": of whom a contact is entered, or a dialogue that says why not. */
export async function alertClient(alerts: Alerts, by: RemoteUser, value: unknown): Promise<string | ModalView> {
  const form = await alerts.form(z.uuid().parse(value), by)
  return form.kind === 'open' ? form.clientId : drawAlertNote(wordsOf(form, 'write'), 'write', form.locale)
}

type Answer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** At which field a refusal stands. */
const FIELD_OF = { write: FIELD.block, snooze: WHEN.own, dismiss: FIELD.block } as const satisfies Record<
  AlertDialog,
  string
>

/** An alert's dialogue was sent off: it says how that ended. */
export async function onAlertDialog(alerts: Alerts, people: Directory, by: RemoteUser, view: unknown): Promise<Answer> {
  const { alert, act, values } = readAlertDialog(view)
  const { body, reason, when } = await typedIn(values, people)
  const acts: Record<AlertDialog, AlertAct> = {
    write: { kind: 'write', body },
    snooze: { kind: 'snooze', when },
    dismiss: { kind: 'dismiss', reason },
  }
  const verdict = await alerts.act({ alert, by, act: acts[act] })
  const words = wordsOf(verdict, act)
  if (verdict.kind === 'refused') return { response_action: 'errors', errors: { [FIELD_OF[act]]: words } }
  const written = verdict.kind === 'done' ? [] : body
  return { response_action: 'update', view: drawAlertNote(words, act, verdict.locale, written) }
}

function wordsOf(verdict: AlertVerdict, act: AlertDialog): string {
  const { locale } = verdict
  switch (verdict.kind) {
    case 'done':
      return say(locale, `alert-done-${act}`, { client: escaped(verdict.client), number: String(verdict.number ?? '') })
    case 'over':
      return say(locale, 'alert-over', { client: escaped(verdict.client) })
    case 'refused':
      return say(locale, `alert-refused-${verdict.why}`)
    case 'forbidden':
    case 'unknown':
      return say(locale, `alert-${verdict.kind}`)
  }
}
