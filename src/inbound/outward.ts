import type { Address, RemoteConversation, RemoteMessage } from '../core/ids.ts'
import type { ClientNotice, SourceState, StaffNotice } from '../core/notice.ts'
import type { Tx } from '../db/client.ts'

/** A stranger is greeted once, whether they press start or write. */
export function greetingKey(from: Address): string {
  return `greeting:${from.conversation}`
}

/**
 * What the inbound step sets going further down, in its own transaction. Given by main, so that this step knows neither
 * the queue nor the outbox.
 */
export interface Outward {
  /** A relay was opened or has changed: whoever decides about it must see that. */
  relayChanged(tx: Tx, relayId: string): Promise<void>
  /** Says something from a template to a client; the same key is said once. */
  tellClient(
    tx: Tx,
    said: {
      readonly to: Address
      readonly notice: ClientNotice
      readonly key: string
      readonly replyTo?: RemoteMessage | undefined
    },
  ): Promise<void>
  /** Says something from a template in a thread of the team; the same key is said once. */
  tellTeam(
    tx: Tx,
    said: {
      readonly to: Required<Omit<Address, 'platform'>>
      readonly notice: Extract<StaffNotice, { template: 'file_not_taken' }>
      readonly key: string
    },
  ): Promise<void>
  /** The same, as one message that is kept up to date: what changes in it pings nobody again. */
  keepTeamTold(
    tx: Tx,
    said: {
      readonly to: Required<Omit<Address, 'platform'>>
      readonly notice: Extract<StaffNotice, { template: 'reacted' }>
      readonly slot: string
    },
  ): Promise<void>
  /** Tells somebody of the staff what became of what they entered, where they entered it; the same key is said once. */
  tellStaff(
    tx: Tx,
    said: {
      readonly to: Address
      readonly notice: Extract<StaffNotice, { template: 'contact_told' }>
      readonly key: string
    },
  ): Promise<void>
  /** The same, as one message that is kept up to date. */
  keepStaffTold(
    tx: Tx,
    said: {
      readonly to: Address
      readonly notice: Extract<StaffNotice, { template: 'contact_told' }>
      readonly slot: string
    },
  ): Promise<void>
  /** Says something from a template to everybody who leads. */
  tellLeaders(tx: Tx, notice: Extract<StaffNotice, { template: 'trouble' }>, key: string): Promise<void>
  /** Whether a message that will open a thread is on its way to this conversation of the team. */
  isOpeningThread(tx: Tx, conversation: RemoteConversation): Promise<boolean>
  /** Shows the state of a team's message that is no relay (it stays inside). */
  showState(tx: Tx, to: Address, message: string, state: SourceState): Promise<void>
}
