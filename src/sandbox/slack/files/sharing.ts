/**
 * Keeps the promises of `files.completeUploadExternal`: the message with the files appears some time after the answer.
 * What was promised is in the state, so that a restart keeps it too.
 */
import type { Fact, Share } from '../workspace/facts.ts'
import { post } from '../workspace/messages.ts'
import type { Workspace } from '../workspace/workspace.ts'

export class Sharing {
  /** Set by the control API; `never`: Slack answers and forgets, as it does at times. */
  delay: number | 'never' = 50
  readonly #timers = new Map<string, NodeJS.Timeout>()
  #running = false

  constructor(private readonly ws: Workspace) {}

  start(): void {
    this.#running = true
    this.wake()
  }

  stop(): void {
    this.#running = false
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Looks at what was promised; called whenever something was. */
  wake(): void {
    if (!this.#running) return
    for (const share of [...this.ws.state.shares.values()]) {
      if (this.delay === 'never') this.ws.commit([done(share)])
      else if (!this.#timers.has(share.id)) this.#after(this.delay, share)
    }
  }

  #after(ms: number, share: Share): void {
    const keep = () => {
      this.#timers.delete(share.id)
      keepPromise(this.ws, share)
    }
    this.#timers.set(share.id, setTimeout(keep, ms))
  }
}

/** Where the bot may not write any more, the message never comes, and nobody says so. */
function keepPromise(ws: Workspace, share: Share): void {
  const files = share.files.flatMap((id) => ws.state.files.get(id) ?? []).filter(({ stage }) => stage === 'completed')
  // Known before the message is made, whose event tells their kinds.
  ws.commit(files.map((file): Fact => ({ type: 'file', file: { ...file, stage: 'ready' } })))
  const conversation = ws.state.conversations.get(share.channel ?? '')
  if (!conversation || conversation.archived || !ws.isMember(conversation) || files.length === 0) {
    ws.commit([done(share)])
    return
  }
  const draft = {
    user: ws.seed.bot.userId,
    text: share.text,
    blocks: share.blocks,
    files: files.map(({ id }) => ({ id })),
    ...(share.threadTs === undefined ? {} : { threadTs: share.threadTs }),
  }
  post(ws, conversation, draft, [done(share)])
}

function done({ id }: Share): Fact {
  return { type: 'share-done', share: id }
}
