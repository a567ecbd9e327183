/**
 * A whole Liaison beside a whole sandbox, talking over HTTP and WebSocket, on a real database, with a clock that the test
 * turns. The people of the story act through the sandbox's control API; what they see is read from its state.
 */
import { afterEach, vi } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/client.ts'
import type { FileStore } from '../../src/files/store.ts'
import { connect, createLiaison, ids, type Liaison, type Platforms, platformsOf } from '../../src/main.ts'
import { applyDemoAgency } from '../../src/people/apply/demo.ts'
import type { Fault } from '../../src/sandbox/kernel.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import type { SandboxView, SlackMessageView, TelegramMessageView } from '../../src/sandbox/view.ts'
import { type TestClock, testClock } from './clock.ts'
import { testDatabase } from './database.ts'
import { testFiles } from './files.ts'
import { testLog } from './log.ts'
import { Crash } from './mortal.ts'
import { sha256 } from './samples.ts'

const IVAN = 111
export const GROUP = -1001000000001

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

export type BridgeOptions = {
  readonly platforms?: (platforms: Platforms) => Platforms
  readonly database?: Database
  readonly env?: Readonly<Record<string, string>>
  /** So long an approved message for the client waits in its lane; 0 where the story is about something else. */
  readonly undoSeconds?: number
  /** The built page, for tests in a browser. */
  readonly pageDir?: string
}

/** One sandbox for as long as the test runs, and a Liaison in front of it that may be stopped and started again. */
export class Bridge {
  readonly clock: TestClock
  readonly #options: BridgeOptions
  #runsOn: Database
  #isDead: () => boolean = () => false
  #liaison: Liaison | undefined

  private constructor(
    readonly sandbox: Sandbox,
    readonly database: Database,
    readonly files: FileStore,
    options: BridgeOptions,
    clock: TestClock,
  ) {
    this.#options = options
    this.clock = clock
    this.#runsOn = database
  }

  /** What the program runs on from its next start: the same database by another way, which may die (see mortal.ts). */
  openOn(database: Database, isDead: () => boolean = () => false): void {
    this.#runsOn = database
    this.#isDead = isDead
  }

  static async open(options: BridgeOptions = {}): Promise<Bridge> {
    const clock = testClock()
    const { pageDir } = options
    const sandbox = await startSandbox({
      port: 0,
      now: () => clock.now().getTime(),
      ...(pageDir === undefined ? {} : { pageDir }),
    })
    open.push(sandbox.close)
    const database = options.database ?? (await testDatabase())
    await applyDemoAgency(database, ids)
    await database.prisma.agency.update({ where: { id: 1 }, data: { undoSeconds: options.undoSeconds ?? 0 } })
    const bridge = new Bridge(sandbox, database, await testFiles(), options, clock)
    open.push(() => bridge.stop())
    await bridge.start()
    return bridge
  }

  get liaison(): Liaison {
    if (!this.#liaison) throw new Error('Liaison is stopped')
    return this.#liaison
  }

  async start(): Promise<void> {
    const { env = {}, platforms = (given) => given } = this.#options
    const config = readConfig({ PORT: '0', ...env })
    const { files } = this
    this.#liaison = await createLiaison({
      config,
      ...connect(platforms(platformsOf(this.sandbox)), config, files, this.clock, testLog),
      database: this.#runsOn,
      files,
      clock: this.clock,
      log: testLog,
    })
    await this.#liaison.start()
  }

  async stop(): Promise<void> {
    const running = this.#liaison
    this.#liaison = undefined
    await running?.close()
  }

  /** Until everything that was said has gone as far as it can without anybody deciding anything. */
  async settle(): Promise<void> {
    for (let calls = -1; ; ) {
      const before = await this.#quiet()
      await this.liaison.drain()
      const after = await this.#quiet()
      if (before === after && calls === after) return
      calls = after
    }
  }

  /** Resolves when the platforms have handed over all they had; the number of calls they were asked so far. */
  async #quiet(): Promise<number> {
    await vi.waitUntil(
      async () => {
        if (this.#isDead()) throw new Crash('the program is dead')
        const { telegram, slack } = await this.state()
        return telegram.pendingUpdates === 0 && slack.pendingEnvelopes === 0
      },
      { timeout: 20_000, interval: 10 },
    )
    return (await this.database.prisma.outboxItem.count()) + (await this.database.prisma.inboundEvent.count())
  }

  async state(): Promise<SandboxView> {
    return (await (await fetch(`${this.sandbox.url}/control/state`)).json()) as SandboxView
  }

  /** Somebody does something: POST /control/<path>. Throws with what the sandbox answered when it was refused. */
  async act<T = Record<string, unknown>>(path: string, body: object): Promise<T> {
    const answer = await fetch(`${this.sandbox.url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    return (text === '' ? {} : JSON.parse(text)) as T
  }

  async fault(fault: Fault): Promise<void> {
    await this.act('faults', fault)
  }

  // ---- the clients' side

  async clientSays(
    text: string,
    more: { user?: number; chat?: number; replyTo?: number; quote?: string; topic?: number } = {},
  ): Promise<number> {
    const user = more.user ?? IVAN
    const said = await this.act<{ message_id: number }>('telegram/say', { user, chat: user, text, ...more })
    return said.message_id
  }

  async clientEdits(message: number, text: string, user = IVAN): Promise<void> {
    await this.act('telegram/edit', { user, chat: user, message, text })
  }

  /** What stands in a chat, without what the person wrote. */
  async fromBot(chat = IVAN): Promise<readonly TelegramMessageView[]> {
    return (await this.chat(chat)).filter((message) => message.from.isBot)
  }

  async chat(chat: number): Promise<readonly TelegramMessageView[]> {
    const { telegram } = await this.state()
    return telegram.chats.find(({ id }) => id === chat)?.messages ?? []
  }

  /** The SHA-256 of what is in messages of Telegram, in their order. */
  async telegramFilesOf(messages: readonly TelegramMessageView[]): Promise<string[]> {
    return this.#hashes(messages.flatMap((message) => message.content?.file?.url ?? []))
  }

  // ---- the team's side

  async teamSays(text: string, where: { user?: string; channel?: string; threadTs?: string } = {}): Promise<string> {
    const said = await this.act<{ ts: string }>('slack/say', { user: 'U0OLEG', channel: 'C0SEO', text, ...where })
    return said.ts
  }

  /** The SHA-256 of what is in messages of Slack, in their order. */
  async filesOf(messages: readonly SlackMessageView[]): Promise<string[]> {
    return this.#hashes(messages.flatMap((message) => message.files.flatMap((file) => file.address ?? [])))
  }

  async #hashes(addresses: readonly string[]): Promise<string[]> {
    const hashes: string[] = []
    for (const address of addresses) {
      const answer = await fetch(`${this.sandbox.url}/${address}`)
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
      hashes.push(sha256(new Uint8Array(await answer.arrayBuffer())))
    }
    return hashes
  }

  async channel(id: string): Promise<readonly SlackMessageView[]> {
    const { slack } = await this.state()
    return slack.conversations.find((conversation) => conversation.id === id)?.messages ?? []
  }

  /** The direct messages between a person and the bot. */
  async direct(user: string): Promise<{ id: string; messages: readonly SlackMessageView[] }> {
    const { slack } = await this.state()
    const found = slack.conversations.find(
      ({ kind, members }) => kind === 'im' && members.includes(user) && members.includes(slack.bot.userId),
    )
    return found ?? { id: '', messages: [] }
  }

  /** The cards in somebody's direct messages, oldest first. */
  async cards(user = 'U0ANNA'): Promise<readonly SlackMessageView[]> {
    const { messages } = await this.direct(user)
    return messages.filter(
      (message) => message.ephemeralFor === undefined && /R-\d/.test(JSON.stringify(message.blocks)),
    )
  }

  async card(user = 'U0ANNA'): Promise<SlackMessageView> {
    const last = (await this.cards(user)).at(-1)
    if (!last) throw new Error(`${user} has no card`)
    return last
  }

  /** Clicks a button of the newest card, or of the one given. */
  async click(actionId: string, user = 'U0ANNA', card?: SlackMessageView): Promise<void> {
    const { ts } = card ?? (await this.card(user))
    await this.act('slack/click', { user, channel: (await this.direct(user)).id, ts, actionId })
  }

  /** The modal that stands open before somebody. */
  async modal(user = 'U0ANNA') {
    return vi.waitUntil(async () => (await this.state()).slack.modals.filter((modal) => modal.user === user).at(-1), {
      timeout: 5_000,
      interval: 10,
    })
  }

  /**
   * Writes `text` into the one field of the modal before somebody and submits it, with the boxes ticked that say `ticked`;
   * `more`: what is in other fields, by block.
   */
  async submit(
    text: string,
    user = 'U0ANNA',
    ticked: readonly RegExp[] = [],
    more: Readonly<Record<string, object>> = {},
  ): Promise<void> {
    const modal = await this.modal(user)
    const { blocks } = modalSchema.parse(modal.view)
    const values: Record<string, object> = {}
    for (const { block_id: block, element, label } of blocks) {
      if (!element) continue
      const { action_id: action, type } = element
      if (type === 'rich_text_input') values[block] = { [action]: { type, rich_text_value: richText(text) } }
      else if (type === 'plain_text_input') values[block] = { [action]: { type, value: text } }
      else if (type === 'checkboxes') {
        const isTicked = ticked.some((words) => words.test(label?.text ?? ''))
        values[block] = { [action]: { type, selected_options: isTicked ? element.options : [] } }
      }
    }
    const given = { ...values, ...more }
    if (Object.keys(given).length === 0) throw new Error('the modal has no field')
    await this.act('slack/submit', { user, viewId: modal.id, values: given })
  }

  /** Approves the newest card, and waits for what follows. */
  async approve(user = 'U0ANNA'): Promise<void> {
    await this.click('approve', user)
    await this.settle()
  }

  /** What a client said has been approved and stands before the team: the `ts` of its thread's first message. */
  async handOver(text: string): Promise<string> {
    await this.clientSays(text)
    await this.settle()
    await this.approve()
    return (await this.channel('C0SEO')).at(-1)?.ts ?? ''
  }

  /** Opens the modal of `act` on the newest card, fills it and submits it. */
  async decide(act: 'edit' | 'return' | 'reject' | 'answer', text: string, user = 'U0ANNA'): Promise<void> {
    await this.click(act, user)
    await this.submit(text, user)
  }
}

const modalSchema = z.object({
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      block_id: z.string().default(''),
      label: z.looseObject({ text: z.string() }).optional(),
      element: z
        .looseObject({ type: z.string(), action_id: z.string(), options: z.array(z.unknown()).default([]) })
        .optional(),
    }),
  ),
})

function richText(text: string) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}

/** Everything that can be read in a message of Slack: its text and its blocks. */
export function seen(message: SlackMessageView | undefined): string {
  return message ? `${message.text} ${JSON.stringify(message.blocks)}` : ''
}

export function reactionsOf(message: SlackMessageView | undefined): string[] {
  return message?.reactions.map((reaction) => reaction.name).sort() ?? []
}
