/** Words by what they do to a statement, in all languages at once. */
import * as en from './en/markers.ts'
import { phrases } from './phrases.ts'
import * as ru from './ru/markers.ts'

export type Modality = keyof typeof ru.MODALITY
export type Concession = keyof typeof ru.CONCESSION
export type Actor = keyof typeof ru.ACTOR

export const MODALITY = phrases<Modality>(en.MODALITY, ru.MODALITY)
export const CONDITION = phrases<keyof typeof ru.CONDITION>(en.CONDITION, ru.CONDITION)
export const DESPITE = phrases({ despite: `${en.DESPITE} ${ru.DESPITE}` })
export const REQUEST = phrases({ request: `${en.REQUEST} ${ru.REQUEST}` })
export const CONCESSION = phrases<Concession>(en.CONCESSION, ru.CONCESSION)
export const COSTS_NOTHING = phrases({ nothing: `${en.COSTS_NOTHING} ${ru.COSTS_NOTHING}` })
export const ACTOR = phrases<Actor>(en.ACTOR, ru.ACTOR)
export const CERTAINTY = phrases<keyof typeof ru.CERTAINTY>(en.CERTAINTY, ru.CERTAINTY)
export const ADDITIVE = phrases({ more: `${en.ADDITIVE} ${ru.ADDITIVE}` })
export const REFUNDED = phrases({ refund: `${en.REFUNDED} ${ru.REFUNDED}` })
export const PARTIES = phrases({ party: `${en.PARTIES} ${ru.PARTIES}` })
