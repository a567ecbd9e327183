/** What becomes of an unknown person who writes: plain words and data, no tables. */

/** new: nobody has looked yet · qualified: worth it · won: a client now · lost: came to nothing. */
export const LEAD_STATES = ['new', 'qualified', 'won', 'lost'] as const
export type LeadState = (typeof LEAD_STATES)[number]
