/** What an interaction is, over whatever channel: the words that the log, the score and every place that shows them share. */

/** How a client and the agency met. Inside the agency (`team`) nobody meets the client: it counts nowhere. */
export const CHANNELS = ['in_person', 'video', 'phone', 'email', 'messenger'] as const
export type Channel = (typeof CHANNELS)[number]

/** What it was about. An agency has reasons of its own besides; each has one of these as its parent. */
export const REASONS = [
  'question',
  'request',
  'brief',
  'complaint',
  'complaint_resolved',
  'approval',
  'status',
  'invoice',
  'ack',
  'smalltalk',
  'praise',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** `in` is client to agency. */
export type Direction = 'in' | 'out'
