/** How much memory work holds at its worst. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const MB = 1024 * 1024
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Heap and what is held outside of it (`external` counts array buffers too), after what is done with has been swept away. */
function held(): number {
  // The first time finds what is not used, the second counts what that has freed.
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/**
 * The most that is held while `work` runs above what was held before it, in megabytes: looked at every
 * `everyMs`, and whenever `work` itself says so. A look takes as long as a full collection does.
 */
export async function growthMb(work: (look: () => void) => Promise<unknown>, everyMs = 1_000): Promise<number> {
  const before = held()
  let most = before
  const look = () => {
    most = Math.max(most, held())
  }
  const watch = setInterval(look, everyMs)
  await work(look).finally(() => clearInterval(watch))
  return (most - before) / MB
}
