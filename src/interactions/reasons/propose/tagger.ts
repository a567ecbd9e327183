/** Which families each word of a text is of, in one pass over the words. Pure. */

export type Tags<F extends string> = {
  readonly has: (family: F) => boolean
  readonly count: (family: F) => number
  /** A word of `second` stands at most `reach` words after one of `first`. */
  readonly before: (first: F, second: F, reach: number) => boolean
  /** A word of either stands at most `reach` words from one of the other. */
  readonly near: (one: F, other: F, reach: number) => boolean
  /** A word of `family` that no word of `but` stands at most `reach` words before. */
  readonly free: (family: F, but: F, reach: number) => boolean
}

type Form<F> = { readonly family: F; readonly rest: readonly string[] }

/** Stems are looked up by their beginnings, so that a text costs its length and not the length of the lists. */
const SHORTEST = 2
const LONGEST = 16

/** Reads a text as `families` say; made once, asked for every message. */
export function tagger<F extends string>(families: Readonly<Record<F, string>>): (words: readonly string[]) => Tags<F> {
  const byWord = new Map<string, Form<F>[]>()
  const byStem = new Map<string, Form<F>[]>()
  for (const [family, list] of Object.entries(families) as [F, string][]) {
    for (const written of list.split(' ')) {
      const [first = '', ...rest] = written.split('_')
      const [into, key] = first.endsWith('*') ? [byStem, first.slice(0, -1)] : [byWord, first]
      into.set(key, [...(into.get(key) ?? []), { family, rest }])
    }
  }
  return (words) => {
    const places = new Map<F, number[]>()
    const note = (family: F, at: number) => {
      const noted = places.get(family)
      if (!noted) places.set(family, [at])
      else if (noted.at(-1) !== at) noted.push(at)
    }
    words.forEach((word, at) => {
      for (const form of formsOf(word, byWord, byStem)) {
        if (form.rest.every((part, i) => fits(part, words[at + 1 + i]))) note(form.family, at)
      }
    })
    return tagsOf(places)
  }
}

function* formsOf<F>(word: string, byWord: ReadonlyMap<string, F[]>, byStem: ReadonlyMap<string, F[]>): Generator<F> {
  yield* byWord.get(word) ?? []
  for (let end = SHORTEST; end <= Math.min(word.length, LONGEST); end += 1) {
    yield* byStem.get(word.slice(0, end)) ?? []
  }
}

const fits = (part: string, word: string | undefined): boolean =>
  word !== undefined && (part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part)

function tagsOf<F extends string>(places: ReadonlyMap<F, readonly number[]>): Tags<F> {
  const at = (family: F) => places.get(family) ?? []
  const some = (one: F, other: F, is: (distance: number) => boolean) =>
    at(one).some((here) => at(other).some((there) => is(there - here)))
  return {
    has: (family) => at(family).length > 0,
    count: (family) => at(family).length,
    // A place further on is looked for, never the same word.
    before: (first, second, reach) => some(first, second, (distance) => distance > 0 && distance <= reach),
    near: (one, other, reach) => some(one, other, (distance) => distance !== 0 && Math.abs(distance) <= reach),
    free: (family, but, reach) =>
      at(family).some((here) => !at(but).some((there) => there < here && here - there <= reach)),
  }
}
