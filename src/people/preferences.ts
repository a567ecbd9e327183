import type { Locale, RemoteUser } from '../core/ids.ts'
import type { NotifyLevel, QuietHours } from '../core/sla.ts'
import type { Tx } from '../db/client.ts'
import { agencyOf } from './agency.ts'
import { quietOf } from './quiet.ts'
import { localeOfStaff, staffByUser } from './staff.ts'

/** What a person has chosen to be told, and when. */
export type Preferences = {
  readonly locale: Locale
  readonly notify: NotifyLevel
  readonly quiet: QuietHours | undefined
  readonly digestAt: string
}

/** What a person changes of it; `quiet: 'off'`: none, whatever the agency's are. */
export type PreferenceChange = {
  readonly notify?: NotifyLevel | undefined
  readonly quiet?: QuietHours | 'off' | undefined
}

/** Two times that are the same are no quiet hours. */
const NO_QUIET: QuietHours = { from: '00:00', to: '00:00' }

/** Sets what is given and returns what stands then. Undefined: the person does not work here. */
export async function setPreferences(
  tx: Tx,
  by: RemoteUser,
  { notify, quiet }: PreferenceChange,
): Promise<Preferences | undefined> {
  const staff = await staffByUser(tx, by)
  if (!staff) return undefined
  const hours = quiet === 'off' ? NO_QUIET : quiet
  const changed = await tx.staff.update({
    where: { id: staff.id },
    data: {
      ...(notify === undefined ? {} : { notify }),
      ...(hours === undefined ? {} : { quietFrom: hours.from, quietTo: hours.to }),
    },
  })
  const agency = await agencyOf(tx)
  return {
    locale: localeOfStaff(changed, agency),
    notify: changed.notify,
    quiet: quietOf(changed, agency),
    digestAt: agency.digestAt,
  }
}
