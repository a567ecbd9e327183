/**
 * `npm run bench`: full cycles (a client asks, the manager approves, a specialist answers, the manager approves, the client
 * has it) per second and the times of each hop, through Liaison and through a bare grammY-to-Bolt relay that has neither a
 * database nor an approval, against the same sandbox in the same run. Prints JSON; the ratios are what to look at.
 */
import { rm } from 'node:fs/promises'
import { bareRelay } from './bare-relay.ts'
import { liaisonUnderTest } from './liaison.ts'
import { openStage } from './stage.ts'

const CYCLES = Number(process.env.BENCH_CYCLES ?? 30)

const stage = await openStage()
const bare = await bareRelay(stage)
const bareTimes = await stage.play(CYCLES, { approves: false })
await bare.close()

const liaison = await liaisonUnderTest(stage)
const liaisonTimes = await stage.play(CYCLES, { approves: true })
await liaison.close()
await stage.close()
await rm(liaison.folder, { recursive: true, force: true })

const of = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const hop = (times: readonly number[]) => ({ p50: round(of(times, 0.5)), p99: round(of(times, 0.99)) })
const round = (ms: number) => Math.round(ms * 10) / 10
const ratio = (liaison: number, bare: number) => Number((liaison / bare).toPrecision(3))
const perSecond = ({ cycles, seconds }: { cycles: number; seconds: number }) => cycles / seconds
const report = (times: Awaited<ReturnType<typeof stage.play>>) => ({
  cycles: times.cycles,
  cyclesPerSecond: round(perSecond(times)),
  hopsMs: Object.fromEntries(Object.entries(times.hops).map(([name, measured]) => [name, hop(measured)])),
})

const forward = of(liaisonTimes.hops.asked ?? [], 0.5) + of(liaisonTimes.hops.handedOver ?? [], 0.5)
const back = of(liaisonTimes.hops.answered ?? [], 0.5) + of(liaisonTimes.hops.delivered ?? [], 0.5)
console.log(
  JSON.stringify(
    {
      node: process.version,
      database: process.env.DATABASE_URL === undefined ? 'embedded' : 'server',
      atOnce: stage.lanes,
      liaison: report(liaisonTimes),
      bare: report(bareTimes),
      ratios: {
        cyclesPerSecond: ratio(perSecond(liaisonTimes), perSecond(bareTimes)),
        forwardP50: ratio(forward, of(bareTimes.hops.handedOver ?? [], 0.5)),
        backP50: ratio(back, of(bareTimes.hops.delivered ?? [], 0.5)),
      },
    },
    null,
    2,
  ),
)
process.exit(0)
