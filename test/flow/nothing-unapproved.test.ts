import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { SECOND } from '../../src/core/clock.ts'
import { NotYetError } from '../../src/core/errors.ts'
import type { Decision, QueueEntry, Verdict } from '../../src/core/flow.ts'
import type { Address, RemoteMessage, RemoteThread, RemoteUser } from '../../src/core/ids.ts'
import type { ActKind } from '../../src/core/relay.ts'
import { plain, toPlain } from '../../src/core/rich-text.ts'
import { createLiaison, ids, type Liaison } from '../../src/main.ts'
import { applyDemoAgency } from '../../src/people/apply/demo.ts'
import { type TestClock, testClock } from '../support/clock.ts'
import { hasDatabase, openTestDatabase } from '../support/database.ts'
import { FakePlatform, SearchablePlatform, type Trouble } from '../support/fake-platform.ts'
import { testFiles } from '../support/files.ts'
import { testLog } from '../support/log.ts'

const CLIENTS = [111, 112] as const
const DECIDERS = ['U0ANNA', 'U0BORIS', 'U0VERA'] as const
const OTHERS = ['U0OLEG', 'U0DINA', 'U0STRANGER'] as const

type Act = ActKind
type Step =
  | { readonly do: 'client says'; readonly who: number }
  | { readonly do: 'client edits' | 'team edits' | 'team deletes'; readonly which: number }
  | { readonly do: 'team says'; readonly which: number; readonly intent: 'plain' | 'inside' | 'marked' }
  | { readonly do: 'look'; readonly who: string }
  | { readonly do: 'decide'; readonly who: string; readonly which: number; readonly act: Act }
  | { readonly do: 'time passes'; readonly seconds: number }
  | { readonly do: 'deliver' }
  | { readonly do: 'trouble'; readonly side: 'telegram' | 'slack'; readonly trouble: Trouble }

const anybody = fc.constantFrom(...DECIDERS, ...OTHERS)
const which = fc.nat(20)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('client says' as const), who: fc.constantFrom(...CLIENTS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('client edits' as const, 'team edits' as const, 'team deletes' as const),
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('team says' as const),
      which,
      intent: fc.constantFrom('plain' as const, 'inside' as const, 'marked' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('look' as const), who: fc.constantFrom(...DECIDERS) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: anybody,
      which,
      act: fc.constantFrom<Act>('approve', 'edit', 'return', 'reject', 'answer'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('time passes' as const), seconds: fc.constantFrom(3, 25, 200, 60_000) }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'deliver' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('trouble' as const),
      side: fc.constantFrom('telegram' as const, 'slack' as const),
      trouble: fc.constantFrom<Trouble>(
        { kind: 'blocked' },
        { kind: 'rate-limit', afterMs: 5_000 },
        { kind: 'cut', when: 'before' },
        { kind: 'cut', when: 'after' },
      ),
    }),
  },
)

/** Plays the steps and writes down, beside the program, what managers have approved. */
class World {
  readonly telegram = new FakePlatform('telegram')
  readonly slack = new SearchablePlatform('slack')
  /** What may be read on each side: the words that a manager had before their eyes, or wrote, when they decided. */
  readonly approved = { telegram: new Map<string, number>(), slack: new Map<string, number>() }
  readonly #said: { readonly message: RemoteMessage; readonly chat: number }[] = []
  readonly #teamSaid: { readonly message: RemoteMessage; readonly thread: RemoteThread }[] = []
  #cards: readonly QueueEntry[] = []
  #count = 0

  constructor(
    readonly liaison: Liaison,
    readonly clock: TestClock,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<World> {
    const { database, gone } = await openTestDatabase()
    await applyDemoAgency(database, ids)
    await database.prisma.agency.update({ where: { id: 1 }, data: { undoSeconds: 0 } })
    const clock = testClock()
    const config = readConfig({ PORT: '0' })
    const telegram = new FakePlatform('telegram')
    const slack = new SearchablePlatform('slack')
    const connectors = { telegram: telegram.connector(), slack: slack.connector() }
    const liaison = await createLiaison({ config, connectors, database, files: await testFiles(), clock, log: testLog })
    const close = async () => {
      await liaison.close()
      await gone()
    }
    return Object.assign(new World(liaison, clock, close), { telegram, slack })
  }

  async play(step: Step): Promise<void> {
    this.#count++
    this.clock.pass(SECOND)
    switch (step.do) {
      case 'client says':
        return this.#clientSays(step.who)
      case 'client edits':
        return this.#clientEdits(step.which)
      case 'team says':
        return this.#teamSays(step.which, step.intent)
      case 'team edits':
        return this.#teamEdits(step.which)
      case 'team deletes':
        return this.#teamDeletes(step.which)
      case 'look':
        this.#cards = (await this.liaison.flow.queue(user(step.who)))?.entries ?? []
        return
      case 'decide':
        return this.#decide(step.who, step.which, step.act)
      case 'time passes':
        this.clock.pass(step.seconds * SECOND)
        return
      case 'deliver':
        return this.liaison.drain()
      case 'trouble':
        this[step.side].next(step.trouble)
        return
    }
  }

  async #clientSays(who: number): Promise<void> {
    const message = `tg:${who}/${this.#count}` as RemoteMessage
    this.#said.push({ message, chat: who })
    await this.liaison.flow.clientSaid({ ...this.#client(who, message), body: plain(`client ${this.#count}`) })
  }

  async #clientEdits(which: number): Promise<void> {
    const said = pick(this.#said, which)
    if (!said) return
    await this.liaison.flow.clientEdited({
      ...this.#client(said.chat, said.message),
      body: plain(`client ${this.#count} edited`),
    })
  }

  #client(who: number, message: RemoteMessage) {
    return {
      from: { platform: 'telegram', conversation: `tg:${who}` } as Address,
      place: { kind: 'private' } as const,
      author: { user: `tg:${who}` as RemoteUser, name: `Client ${who}` },
      message,
      at: this.clock.now(),
    }
  }

  async #teamSays(which: number, intent: 'plain' | 'inside' | 'marked'): Promise<void> {
    const thread = pick(
      [
        ...new Set(
          this.slack.sent
            .filter((s) => s.outgoing.content.kind === 'final')
            .map((s) => s.to.thread ?? (s.message as string as RemoteThread)),
        ),
      ],
      which,
    )
    if (!thread) return
    const message = `sl:C0SEO/${this.#count}` as RemoteMessage
    this.#teamSaid.push({ message, thread })
    await unlessNotYet(
      this.liaison.flow.teamSaid({ ...this.#team(message), thread, intent, body: plain(`team ${this.#count}`) }),
    )
  }

  async #teamEdits(which: number): Promise<void> {
    const said = pick(this.#teamSaid, which)
    if (!said) return
    await this.liaison.flow.teamEdited({
      ...this.#team(said.message),
      intent: which % 3 === 0 ? 'inside' : 'plain',
      body: plain(`team ${this.#count} edited`),
    })
  }

  async #teamDeletes(which: number): Promise<void> {
    const said = pick(this.#teamSaid, which)
    if (said) await this.liaison.flow.teamDeleted({ message: said.message, at: this.clock.now() })
  }

  #team(message: RemoteMessage) {
    return {
      from: { platform: 'slack', conversation: 'sl:C0SEO' } as Address,
      author: { user: user('U0OLEG'), name: 'Олег' },
      message,
      at: this.clock.now(),
    }
  }

  /** Whoever rewrites means it: what the guard finds is confirmed. */
  async #decideAll(decision: Decision): Promise<Verdict> {
    const verdict = await this.liaison.flow.decide(decision)
    if (verdict.kind !== 'unconfirmed' || decision.act.kind !== 'edit') return verdict
    expect(verdict.findings.some(({ severity }) => severity === 'block')).toBe(true)
    const confirmed = verdict.findings.map(({ id }) => id)
    return this.liaison.flow.decide({ ...decision, act: { ...decision.act, confirmed } })
  }

  async #decide(who: string, which: number, kind: Act): Promise<void> {
    const card = pick(this.#cards, which)
    if (!card) return
    const own = `manager ${this.#count}`
    const act: Decision['act'] =
      kind === 'approve'
        ? { kind }
        : kind === 'return' || kind === 'reject'
          ? { kind, reason: own }
          : { kind, body: plain(own) }
    const verdict = await this.#decideAll({
      relay: card.relay,
      revision: card.revision,
      look: card.look,
      by: user(who),
      act,
    })
    if (verdict.kind !== 'done') return
    expect(DECIDERS as readonly string[], 'only who may decide decides').toContain(who)
    const across = card.direction === 'to_team' ? this.approved.slack : this.approved.telegram
    if (kind === 'approve') add(across, toPlain(card.body))
    if (kind === 'edit') add(across, own)
    if (kind === 'answer' || (kind === 'return' && card.direction === 'to_team')) add(this.approved.telegram, own)
  }
}

/** Said in a thread of which the program does not know yet whether it is its own: the stored event would wait. */
async function unlessNotYet(said: Promise<unknown>): Promise<void> {
  try {
    await said
  } catch (error) {
    if (!(error instanceof NotYetError)) throw error
  }
}

function user(id: string): RemoteUser {
  return `sl:${id}` as RemoteUser
}

function pick<T>(from: readonly T[], which: number): T | undefined {
  return from[which % Math.max(1, from.length)]
}

function add(to: Map<string, number>, text: string): void {
  to.set(text, (to.get(text) ?? 0) + 1)
}

describe.runIf(hasDatabase)('whatever people say and click, in whatever order', () => {
  it('nothing reaches the other side that no manager approved, and nothing more often than it was approved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const world = await World.open()
        try {
          for (const each of steps) await world.play(each)
          await world.liaison.drain()
          for (const side of ['telegram', 'slack'] as const) {
            const seen = new Map<string, number>()
            for (const { text } of world[side].words()) add(seen, text)
            for (const [text, times] of seen)
              expect(times, `${side}: ${text}`).toBeLessThanOrEqual(world.approved[side].get(text) ?? 0)
          }
        } finally {
          await world.close()
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 25), endOnFailure: true },
    )
  }, 300_000)
})
