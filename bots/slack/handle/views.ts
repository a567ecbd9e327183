import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { describe } from '../../../src/core/errors.ts'
import type { Log } from '../log.ts'

/** Opens a dialogue for a click: on top of the one it was made in, when it was made in one. */
export async function openView(
  dialogs: WebClient,
  log: Log,
  { trigger, inDialog }: { readonly trigger: string; readonly inDialog: boolean },
  view: ModalView,
): Promise<void> {
  try {
    await (inDialog ? dialogs.views.push : dialogs.views.open)({ trigger_id: trigger, view })
  } catch (error) {
    // A dialogue opens within three seconds of the click or not at all; whoever clicked will click again.
    log.warn({ error: describe(error) }, 'Slack: a dialogue did not open')
  }
}
