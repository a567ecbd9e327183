import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { SECOND } from '../../src/core/clock.ts'
import { NotYetError } from '../../src/core/errors.ts'
import type { Decision, QueueEntry, Verdict } from '../../src/core/flow.ts'
import type { Address, RemoteMessage, RemoteThread, RemoteUser } from '../../src/core/ids.ts'
import { plain, toPlain } from '../../src/core/rich-text.ts'
import type { Outgoing } from '../../src/core/sender.ts'
import type { Database } from '../../src/db/client.ts'
import { createLiaison, ids, type Liaison } from '../../src/main.ts'
import { applyFile } from '../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../src/people/demo-agency.ts'
import { bodyOf } from '../../src/relay/body.ts'
import { type TestClock, testClock } from '../support/clock.ts'
import { hasDatabase, openTestDatabase } from '../support/database.ts'
import { FakePlatform, SearchablePlatform, type Trouble } from '../support/fake-platform.ts'
import { testFiles } from '../support/files.ts'
import { testLog } from '../support/log.ts'

/** Oleg's words leave by themselves after a minute. */
const NEWS = `
rules:
  - key: news
    when: { direction: to_client, author: oleg }
    do: { act: approve, after: 1, even: [money, deadline, refusal, first_message, complaint, change, unread] }
`
/** What goes to the team two people must approve. */
const PAIR = `
rules:
  - { key: pair, when: { direction: to_team }, do: { act: second, of: [boris, leads], quorum: any } }
`
/** How many sequences are played: RUNS=2000 for a long evening. */
const RUNS = Number(process.env.RUNS ?? 15)
const AUTO_MS = 60 * SECOND

const CLIENTS = [111, 112] as const
const DECIDERS = ['U0ANNA', 'U0BORIS', 'U0VERA'] as const
const OTHERS = ['U0OLEG', 'U0DINA', 'U0STRANGER'] as const

type Act = Exclude<Decision['act']['kind'], 'approve_draft' | 'split' | 'merge'>
type Step =
  | { readonly do: 'client says'; readonly who: number }
  | { readonly do: 'client edits' | 'team edits' | 'team deletes'; readonly which: number }
  | { readonly do: 'team says'; readonly which: number; readonly intent: 'plain' | 'inside' | 'marked' }
  | { readonly do: 'look'; readonly who: string }
  | { readonly do: 'decide'; readonly who: string; readonly which: number; readonly act: Act }
  | { readonly do: 'split' | 'merge' | 'approve the draft' | 'hand over'; readonly who: string; readonly which: number }
  | { readonly do: 'away' | 'back'; readonly who: string }
  | { readonly do: 'stop'; readonly who: string; readonly which: number }
  | { readonly do: 'restart' }
  | { readonly do: 'time passes'; readonly seconds: number }
  | { readonly do: 'deliver' | 'a minute passes' }
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
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: anybody,
      which,
      act: fc.constantFrom<Act>('undo', 'snooze', 'wake', 'schedule', 'unschedule', 'recall', 'draft', 'ask'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('split' as const, 'merge' as const, 'approve the draft' as const, 'hand over' as const),
      who: anybody,
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('away' as const, 'back' as const), who: fc.constantFrom(...DECIDERS) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stop' as const), who: anybody, which }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('time passes' as const), seconds: fc.constantFrom(3, 25, 61, 200, 60_000) }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'deliver' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'a minute passes' as const }) },
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

/** A conversation that is under way: what follows finds threads, cards and answers to work on. */
const OPENING: readonly Step[] = [
  { do: 'client says', who: 111 },
  { do: 'a minute passes' },
  { do: 'look', who: 'U0ANNA' },
  { do: 'decide', who: 'U0ANNA', which: 0, act: 'approve' },
  { do: 'look', who: 'U0VERA' },
  { do: 'decide', who: 'U0VERA', which: 0, act: 'approve' },
  { do: 'a minute passes' },
  { do: 'team says', which: 0, intent: 'plain' },
]

/** Plays the steps and writes down, beside the program, what managers have approved. */
class World {
  readonly telegram = new FakePlatform('telegram')
  readonly slack = new SearchablePlatform('slack')
  /** What may be read on each side: the words that a manager had before their eyes, or wrote, when they decided. */
  readonly approved = { telegram: new Map<string, number>(), slack: new Map<string, number>() }
  readonly #said: { readonly message: RemoteMessage; readonly chat: number }[] = []
  readonly #teamSaid: { readonly message: RemoteMessage; readonly thread: RemoteThread }[] = []
  /** What somebody has looked at, and what was decided: clicks on it stay possible however old it is. */
  #cards: readonly Shown[] = []
  readonly #decided: Shown[] = []
  /** What the last decision of a relay has added to what may be read. */
  readonly #added = new Map<string, { readonly to: Map<string, number>; readonly text: string }>()
  #count = 0

  constructor(
    private liaison: Liaison,
    readonly database: Database,
    readonly clock: TestClock,
    private readonly starts: () => Promise<Liaison>,
    private readonly gone: () => Promise<void>,
  ) {}

  static async open(rules: string): Promise<World> {
    const { database, gone } = await openTestDatabase()
    await applyFile(database, ids, { text: `${DEMO_AGENCY}${rules}`, file: 'model', dryRun: false, locale: 'en' })
    const clock = testClock()
    const config = readConfig({ PORT: '0' })
    const telegram = new FakePlatform('telegram')
    const slack = new SearchablePlatform('slack')
    const connectors = { telegram: telegram.connector(), slack: slack.connector() }
    const files = await testFiles()
    const starts = () => createLiaison({ config, connectors, database, files, clock, log: testLog })
    return Object.assign(new World(await starts(), database, clock, starts, gone), { telegram, slack })
  }

  async close(): Promise<void> {
    await this.liaison.close()
    await this.gone()
  }

  /** Everything that is due has been done. */
  async settle(): Promise<void> {
    await this.liaison.drain()
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
      case 'split':
        return this.#split(step.who, step.which)
      case 'merge':
        return this.#merge(step.who, step.which)
      case 'approve the draft':
        return this.#approveDraft(step.who, step.which)
      case 'hand over':
        return this.#handOver(step.who, step.which)
      case 'away':
        await this.liaison.flow.cover.away({ by: user(step.who) })
        return
      case 'back':
        await this.liaison.flow.cover.back({ by: user(step.who) })
        return
      case 'stop':
        return this.#stop(step.who, step.which)
      case 'restart':
        await this.liaison.close()
        this.liaison = await this.starts()
        return
      case 'time passes':
        this.clock.pass(step.seconds * SECOND)
        return
      case 'deliver':
        return this.liaison.drain()
      case 'a minute passes':
        // As a program that runs all the time sees it: what is due is done when it is due.
        for (const seconds of [30, 61]) {
          this.clock.pass(seconds * SECOND)
          await this.liaison.drain()
        }
        return
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
    const { act } = decision
    const verdict = await this.liaison.flow.decide(decision)
    if (verdict.kind !== 'unconfirmed' || (act.kind !== 'edit' && act.kind !== 'schedule')) return verdict
    expect(verdict.findings.some(({ severity }) => severity === 'block')).toBe(true)
    const confirmed = verdict.findings.map(({ id }) => id)
    return this.liaison.flow.decide({ ...decision, act: { ...act, confirmed } })
  }

  async #decide(who: string, which: number, kind: Act): Promise<void> {
    const isBack = kind === 'undo' || kind === 'unschedule' || kind === 'recall'
    const shown = pick(isBack ? this.#decided : this.#cards, which)
    if (!shown) return
    const own = `manager ${this.#count}`
    const verdict = await this.#act(who, shown, this.#actOf(kind, own))
    if (verdict.kind !== 'done') return
    const across = shown.direction === 'to_team' ? this.approved.slack : this.approved.telegram
    // Taking it back takes back no words: what an earlier decision sent has been read.
    if (kind === 'reject' || kind === 'return') this.#added.delete(shown.relay)
    if (kind === 'approve') this.#add(shown, across, toPlain(shown.body))
    if (kind === 'edit' || kind === 'schedule') this.#add(shown, across, own)
    if (kind === 'answer' || (kind === 'return' && shown.direction === 'to_team'))
      this.#add(shown, this.approved.telegram, own)
    if (kind === 'undo' || kind === 'unschedule') this.#takeBack(shown)
  }

  /** Any decision: only who may decide decides, and what it was about can be clicked again as it then stood. */
  async #act(who: string, shown: Shown, act: Decision['act']): Promise<Verdict> {
    const { relay, revision, look } = shown
    const verdict = await this.#decideAll({ relay, revision, look, by: user(who), act })
    if (verdict.kind !== 'done') return verdict
    expect(DECIDERS as readonly string[], 'only who may decide decides').toContain(who)
    this.#decided.push({ ...shown, revision: verdict.card.revision, look: verdict.card.look })
    return verdict
  }

  #actOf(kind: Act, own: string): Decision['act'] {
    const when = { at: new Date(this.clock.now().getTime() + 100 * SECOND) }
    switch (kind) {
      case 'return':
      case 'reject':
        return { kind, reason: own }
      case 'edit':
      case 'answer':
      case 'draft':
      case 'ask':
        return { kind, body: plain(own) }
      case 'schedule':
        return { kind, body: plain(own), when }
      case 'snooze':
        return { kind, when }
      default:
        return { kind }
    }
  }

  async #split(who: string, which: number): Promise<void> {
    const shown = pick(this.#cards, which)
    const choices = shown && (await this.liaison.flow.choices(shown.relay, user(who)))
    if (!shown || choices?.kind !== 'open') return
    await this.#act(who, shown, { kind: 'split', parts: choices.parts.slice(0, 1).map(({ id }) => id), next: 'wait' })
  }

  async #merge(who: string, which: number): Promise<void> {
    const shown = pick(this.#cards, which)
    const choices = shown && (await this.liaison.flow.choices(shown.relay, user(who)))
    const other = choices?.kind === 'open' ? choices.others[0] : undefined
    if (shown && other) await this.#act(who, shown, { kind: 'merge', with: other.relay })
  }

  async #approveDraft(who: string, which: number): Promise<void> {
    const shown = pick(this.#cards, which)
    const look = shown && (await this.liaison.flow.look(shown.relay, user(who)))
    const draft = look?.kind === 'open' ? look.card.draft : undefined
    if (!shown || !draft) return
    const verdict = await this.#act(who, shown, { kind: 'approve_draft', version: draft.version })
    const across = shown.direction === 'to_team' ? this.approved.slack : this.approved.telegram
    if (verdict.kind === 'done') this.#add(shown, across, toPlain(draft.body))
  }

  async #handOver(who: string, which: number): Promise<void> {
    const shown = pick(this.#cards, which)
    if (!shown) return
    const to = which % 2 === 0 ? 'boris' : 'anna'
    const verdict = await this.liaison.flow.cover.handOver({ by: user(who), relay: shown.relay, to, what: 'relay' })
    if (verdict.kind === 'done') expect(DECIDERS as readonly string[]).toContain(who)
  }

  async #stop(who: string, which: number): Promise<void> {
    const shown = pick(this.#cards, which)
    if (!shown) return
    const verdict = await this.liaison.flow.stopApproval({ relay: shown.relay, by: user(who) })
    if (verdict.kind === 'done') expect(DECIDERS as readonly string[]).toContain(who)
  }

  /** What rules let through, as it was said: this may be read too. */
  async letThrough(): Promise<void> {
    const relays = await this.database.prisma.relay.findMany({
      where: { status: 'approved', decidedById: null },
      include: { parts: true, versions: true },
    })
    for (const relay of relays) {
      const { number, ruleKey, ruledAt, decidedAt, stoppedAt, versions } = relay
      const final = versions.find(({ kind }) => kind === 'final')
      expect(ruleKey, `R-${number} by itself`).toBe('news')
      expect(stoppedAt, `R-${number} was stopped`).toBeNull()
      expect((decidedAt?.getTime() ?? 0) - (ruledAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(AUTO_MS)
      expect(final?.text, `R-${number} as it was said`).toBe(toPlain(bodyOf(relay)))
      add(this.approved.telegram, final?.text ?? '', 1)
    }
  }

  #add({ relay }: Shown, to: Map<string, number>, text: string): void {
    add(to, text, 1)
    this.#added.set(relay, { to, text })
  }

  /** What was taken back before it left may not be read after all. */
  #takeBack({ relay }: Shown): void {
    const added = this.#added.get(relay)
    if (added) add(added.to, added.text, -1)
    this.#added.delete(relay)
  }
}

type Shown = Pick<QueueEntry, 'relay' | 'revision' | 'look' | 'direction' | 'body'>

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

function add(to: Map<string, number>, text: string, times: number): void {
  to.set(text, (to.get(text) ?? 0) + times)
}

const rulesInForce = fc.constantFrom('', NEWS, PAIR)
const opening = fc.constantFrom([], OPENING)

const UNDER_WAY = ['gathering', 'waiting', 'scheduled', 'returned'] as const

/** A message in the place of another, and a sign that is put where it stands already, show nothing a second time. */
function isShownAnew({ target, content }: Outgoing): boolean {
  return target === undefined && !(content.kind === 'notice' && content.notice.template === 'state')
}

/** What the database must hold whatever happened. */
async function holds({ database: { prisma }, slack }: World): Promise<void> {
  const keys = slack.sent.filter(({ outgoing }) => isShownAnew(outgoing)).map(({ key }) => key)
  expect(
    keys.filter((key, i) => keys.indexOf(key) !== i),
    'no notice twice',
  ).toEqual([])

  const turns = await prisma.slaClock.groupBy({
    by: ['requestId'],
    where: { state: 'running', kind: { in: ['decision', 'specialist'] } },
    _count: true,
  })
  for (const { _count } of turns) expect(_count, 'it is the turn of one person').toBe(1)

  const underWay = await prisma.relay.findMany({ where: { status: { in: [...UNDER_WAY] } }, include: { items: true } })
  for (const { number, items } of underWay) {
    // A card that the platform refused was somebody's; it still stands in their queue.
    expect(items.filter(({ template }) => template === 'card').length, `R-${number} is somebody's`).toBeGreaterThan(0)
  }

  const pairs = await prisma.relay.findMany({
    where: { status: 'approved', ruleKey: 'pair' },
    include: {
      endorsements: true,
      activities: { where: { kind: { in: ['endorsed', 'approved', 'approved_edited'] } } },
    },
  })
  for (const { number, activities } of pairs) {
    expect(new Set(activities.map(({ staffId }) => staffId)).size, `R-${number} by two`).toBeGreaterThan(1)
  }

  const left = await prisma.outboxItem.findMany({
    where: { kind: 'final', status: { in: ['sent', 'unsure', 'leased', 'pending'] } },
    include: { version: true, relay: true },
  })
  for (const { bodyHash, version, relay } of left) {
    expect(bodyHash, 'what leaves is what was approved').toBe(version?.hash)
    expect(relay?.status, `R-${relay?.number} left`).toBe('approved')
  }
}

describe.runIf(hasDatabase)('whatever people say and click, in whatever order', () => {
  it(
    'nothing reaches the other side that no manager approved, and nothing more often than it was approved',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          rulesInForce,
          opening,
          fc.array(step, { minLength: 10, maxLength: 40 }),
          async (rules, before, after) => {
            const world = await World.open(rules)
            try {
              for (const each of [...before, ...after]) await world.play(each)
              await world.settle()
              await holds(world)
              await world.letThrough()
              for (const side of ['telegram', 'slack'] as const) {
                const seen = new Map<string, number>()
                for (const { text } of world[side].words()) add(seen, text, 1)
                for (const [text, times] of seen)
                  expect(times, `${side}: ${text}`).toBeLessThanOrEqual(world.approved[side].get(text) ?? 0)
              }
            } finally {
              await world.close()
            }
          },
        ),
        { numRuns: RUNS, endOnFailure: true },
      )
    },
    Math.max(300_000, RUNS * 60_000),
  )
})
