import { describe } from '../core/errors.ts'

/**
 * Does the same for each of these rows, one after another. One that fails does not keep back the others; how many were done,
 * or all that went wrong, with the first row of which that is so.
 */
export async function countEach<T extends { readonly id: string }>(
  items: readonly T[],
  step: (item: T) => Promise<boolean>,
): Promise<number> {
  const wrong: { readonly id: string; readonly error: unknown }[] = []
  let done = 0
  for (const item of items) {
    try {
      if (await step(item)) done++
    } catch (error) {
      wrong.push({ id: item.id, error })
    }
  }
  const [first] = wrong
  if (!first) return done
  throw new AggregateError(
    wrong.map(({ error }) => error),
    `${wrong.length} of ${items.length}, the first ${first.id}: ${describe(first.error)}`,
  )
}
