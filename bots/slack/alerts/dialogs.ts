import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { AlertForm } from '../../../src/core/alerts.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { RichText } from '../../../src/core/rich-text.ts'
import { SNOOZE_CHOICES } from '../../../src/core/when.ts'
import { context, section } from '../cards/blocks.ts'
import { FIELD, givenBack, plainText, wordsInput } from '../dialogs/dialog.ts'
import { whenFields } from '../dialogs/when.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from './text.ts'

/** Acts that open a dialogue of their own; to log a call opens the one of `/log`. */
export const ALERT_DIALOGS = ['write', 'snooze', 'dismiss'] as const
export type AlertDialog = (typeof ALERT_DIALOGS)[number]
export const ALERT_DIALOG = 'alert'

const REASON = 1_000

export function drawAlertDialog(act: AlertDialog, form: Extract<AlertForm, { kind: 'open' }>): ModalView {
  const { locale, alert, client } = form
  return {
    type: 'modal',
    callback_id: ALERT_DIALOG,
    private_metadata: JSON.stringify({ alert, act }),
    title: plainText(say(locale, `alert-title-${act}`)),
    submit: plainText(say(locale, `alert-submit-${act}`)),
    close: plainText(say(locale, 'alert-close')),
    blocks: [context(`*${escaped(client)}*`), ...FIELDS[act](locale)],
  }
}

const FIELDS: Record<AlertDialog, (locale: Locale) => KnownBlock[]> = {
  write: (locale) => [input(locale, 'write', wordsInput(undefined))],
  snooze: (locale) => whenFields(SNOOZE_CHOICES, locale),
  dismiss: (locale) => [
    input(locale, 'dismiss', {
      type: 'plain_text_input',
      action_id: FIELD.action,
      multiline: true,
      focus_on_load: true,
      max_length: REASON,
    }),
  ],
}

function input(locale: Locale, act: 'write' | 'dismiss', element: object): KnownBlock {
  const label = { type: 'plain_text', text: say(locale, `alert-words-${act}`), emoji: false }
  return { type: 'input', block_id: FIELD.block, label, element } as KnownBlock
}

/** A dialogue that only says something, and gives back what was written for nothing. */
export function drawAlertNote(text: string, act: AlertDialog, locale: Locale, written: RichText = []): ModalView {
  return {
    type: 'modal',
    title: plainText(say(locale, `alert-title-${act}`)),
    close: plainText(say(locale, 'alert-ok')),
    blocks: [section(text), ...givenBack(written, locale)],
  }
}

const viewSchema = z.looseObject({
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})
const metadataSchema = z.object({ alert: z.uuid(), act: z.enum(ALERT_DIALOGS) })

/** What was filled in, field by field. */
export function readAlertDialog(given: unknown) {
  const view = viewSchema.parse(given)
  return { ...metadataSchema.parse(JSON.parse(view.private_metadata)), values: view.state.values }
}
