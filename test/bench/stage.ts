/** A sandbox with several clients, each with a channel of their own, and the people who play one cycle after another. */
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { SEED } from '../../src/sandbox/seed.ts'
import type { SandboxSeed, SandboxView } from '../../src/sandbox/view.ts'
import { channelOf, chatOf } from '../support/people.ts'

const LANES = 4
const FIRST = 2_001
/** A hop that takes longer has failed. */
const LONGEST_HOP_MS = 30_000
export const channelFor = (lane: number) => `C0LANE${lane}`
export const personFor = (lane: number) => FIRST + lane
export const managerFor = (lane: number) => `U0MAN${lane}`

export type Times = { readonly hops: Record<string, number[]>; readonly seconds: number; readonly cycles: number }
export type Stage = {
  readonly sandbox: Sandbox
  readonly lanes: number
  readonly play: (cycles: number, how: { readonly approves: boolean }) => Promise<Times>
  readonly close: () => Promise<void>
}

const lanes = Array.from({ length: LANES }, (_, lane) => lane)
const person = (id: string) => ({ id, name: id, realName: id, isBot: false, locale: 'en-US', tz: 'UTC', admin: false })

const seed: SandboxSeed = {
  telegram: {
    ...SEED.telegram,
    users: lanes.map((lane) => ({ id: personFor(lane), firstName: `Client${lane}` })),
    started: lanes.map(personFor),
    groups: [],
  },
  slack: {
    ...SEED.slack,
    users: [person('U0OLEG'), ...lanes.map((lane) => person(managerFor(lane)))],
    channels: lanes.map((lane) => ({
      id: channelFor(lane),
      name: `lane-${lane}`,
      kind: 'channel' as const,
      members: ['U0OLEG', managerFor(lane), SEED.slack.bot.userId],
    })),
  },
}

type See<T> = (view: SandboxView) => T | undefined | false
type Until = <T>(what: string, see: See<T>) => Promise<T>
type Timed = Until
type Cycle = { readonly sandbox: Sandbox; readonly lane: number; readonly round: number; readonly timed: Timed }

export async function openStage(): Promise<Stage> {
  const sandbox = await startSandbox({ port: 0, seed })
  const until = watch(sandbox)
  let round = 0

  async function play(cycles: number, { approves }: { approves: boolean }): Promise<Times> {
    const hops: Record<string, number[]> = {}
    const timed: Timed = async (name, see) => {
      const begun = performance.now()
      const seen = await until(name, see)
      hops[name] = [...(hops[name] ?? []), performance.now() - begun]
      return seen
    }
    const begun = performance.now()
    await Promise.all(
      lanes.map(async (lane) => {
        for (let i = 0; i < cycles; i++) await cycle({ sandbox, lane, round: round++, timed }, approves)
      }),
    )
    return { hops, seconds: (performance.now() - begun) / 1_000, cycles: cycles * LANES }
  }
  return { sandbox, lanes: LANES, play, close: sandbox.close }
}

/** Looks after every change, once for all who wait: what is measured is the program, not how often somebody looks. */
function watch(sandbox: Sandbox): Until {
  const waiting = new Set<(view: SandboxView) => void>()
  let isDue = false
  const look = () => {
    isDue = false
    const view = sandbox.view()
    for (const one of [...waiting]) one(view)
  }
  sandbox.subscribe(() => {
    if (!isDue) setImmediate(look)
    isDue = true
  })
  return (what, see) =>
    new Promise((resolve, reject) => {
      const patience = AbortSignal.timeout(LONGEST_HOP_MS)
      const done = () => {
        waiting.delete(one)
        patience.removeEventListener('abort', tooLong)
      }
      const one = (view: SandboxView) => {
        const seen = see(view)
        if (!seen) return
        done()
        resolve(seen)
      }
      const tooLong = () => {
        done()
        reject(new Error(`${what}: nothing came within ${LONGEST_HOP_MS / 1_000} s`))
      }
      patience.addEventListener('abort', tooLong)
      waiting.add(one)
      one(sandbox.view())
    })
}

async function cycle(it: Cycle, approves: boolean): Promise<void> {
  const { lane, round, timed, sandbox } = it
  const chat = personFor(lane)
  const channel = channelFor(lane)
  const asked = `asked ${round}.`
  const answered = `answered ${round}.`
  await act(sandbox, 'telegram/say', { user: chat, chat, text: asked })
  if (approves) await approve(it, asked, 'asked')
  const root = await timed('handedOver', (view) => channelOf(view, channel).find((m) => m.text.includes(asked)))
  await act(sandbox, 'slack/say', { user: 'U0OLEG', channel, threadTs: root.threadTs ?? root.ts, text: answered })
  if (approves) await approve(it, answered, 'answered')
  await timed('delivered', (view) => chatOf(view, chat).some((m) => m.text === answered))
}

async function approve({ sandbox, lane, timed }: Cycle, words: string, hop: string): Promise<void> {
  const user = managerFor(lane)
  const card = await timed(hop, (view) => {
    const direct = view.slack.conversations.find(({ kind, members }) => kind === 'im' && members.includes(user))
    const message = direct?.messages.findLast((m) => JSON.stringify(m.blocks).includes(words))
    const isOpen = message && JSON.stringify(message.blocks).includes('"approve"')
    return direct && isOpen && { channel: direct.id, ts: message.ts }
  })
  await act(sandbox, 'slack/click', { user, ...card, actionId: 'approve' })
}

async function act(sandbox: Sandbox, path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}
