/** The closed unions of the clocks of a request. Their rules are in approval/sla. */
export const SLA_KINDS = ['first_answer', 'next_answer', 'decision', 'specialist'] as const
export type SlaKind = (typeof SLA_KINDS)[number]

/** How far it has been told that a clock runs out, in order. */
export const SLA_STEPS = ['none', 'warned', 'breached', 'deputy', 'lead'] as const
export type SlaStep = (typeof SLA_STEPS)[number]

/** Whether `step` comes after `other`. */
export function isLater(step: SlaStep, other: SlaStep): boolean {
  return SLA_STEPS.indexOf(step) > SLA_STEPS.indexOf(other)
}

/** What a person is told besides the cards: every warning · only what is late or handed up · only each morning's digest. */
export const NOTIFY_LEVELS = ['all', 'overdue', 'digest'] as const
export type NotifyLevel = (typeof NOTIFY_LEVELS)[number]

/** Times of the day such as 20:00 and 09:00: nobody is pinged from the first to the second. */
export type QuietHours = { readonly from: string; readonly to: string }
