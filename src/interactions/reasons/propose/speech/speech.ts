/** What is said in a sentence besides what a complaint says: by families of words and what stands near what. Pure. */
import { type Tags, tagger } from '../tagger.ts'
import { FAMILIES, type Family } from './families.ts'

export type Speech = Tags<Family>

const read = tagger(FAMILIES)

/** Of words with single spaces. */
export const speechOf = (words: string): Speech => read(words.split(' '))

/** It may be used as it is. */
export function blesses({ has, near, before, free }: Speech): boolean {
  if (has('but') || has('change') || has('wish')) return false
  if (has('nothingMore')) return true
  if (!free('go', 'not', 1) && has('go')) return false
  return (
    near('fine', 'go', 8) ||
    near('fine', 'option', 2) ||
    (free('choose', 'not', 2) && near('choose', 'option', 5)) ||
    before('judge', 'blessed', 4)
  )
}

/** Something is to be done. */
export function wishes({ has, count }: Speech): boolean {
  return has('ask') || has('order') || count('want') > count('wanted_only')
}

export function asksToBeTold({ has }: Speech): boolean {
  return has('tell')
}

/** There should be more or less of something. */
export function wishesForMore({ has }: Speech): boolean {
  return has('more') && !has('already')
}

/** Tells of themselves, whatever it is. */
export function speaksOfThemselves({ has }: Speech): boolean {
  return has('telling')
}

/** Whoever says so waits for an opinion, though a wish is spoken of. */
export function leavesOpen({ has }: Speech): boolean {
  return has('orNot')
}

/** A turn of politeness that asks for something to be done, also with a question mark. */
export function asksForHelp({ has }: Speech): boolean {
  return has('ask')
}

/** Only says that something is to be said. */
export function wishesToPraise(speech: Speech): boolean {
  return speech.has('wanted_only') && admires(speech)
}

/** Tells how things stand with whoever writes. */
export function tells({ has }: Speech): boolean {
  return has('news') && has('telling')
}

/** As one cries out. */
export function admires({ free }: Speech): boolean {
  return free('admire', 'not', 2)
}

export function criesOut({ before }: Speech): boolean {
  return before('what_a', 'admire', 4)
}
