/** People of the sandbox as seen from outside the program: what they do and what they see, over HTTP. */
import { vi } from 'vitest'
import type { SandboxView, SlackMessageView, TelegramMessageView } from '../../src/sandbox/view.ts'

export class People {
  constructor(readonly url: string) {}

  async state(): Promise<SandboxView> {
    return (await (await fetch(`${this.url}/control/state`)).json()) as SandboxView
  }

  async act(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }

  async until<T>(see: (view: SandboxView) => T | undefined | false, timeout = 60_000): Promise<T> {
    return vi.waitUntil(async () => see(await this.state()), { timeout, interval: 50 }) as Promise<T>
  }
}

export function chatOf(view: SandboxView, id: number): readonly TelegramMessageView[] {
  return view.telegram.chats.find((chat) => chat.id === id)?.messages ?? []
}

export function channelOf(view: SandboxView, id: string): readonly SlackMessageView[] {
  return view.slack.conversations.find((conversation) => conversation.id === id)?.messages ?? []
}

/** The newest card before somebody that still has its buttons. */
export function openCard(view: SandboxView, user: string): { channel: string; ts: string } | undefined {
  const direct = view.slack.conversations.find(({ kind, members }) => kind === 'im' && members.includes(user))
  const card = direct?.messages.findLast((message) => JSON.stringify(message.blocks).includes('"approve"'))
  return direct && card && { channel: direct.id, ts: card.ts }
}
