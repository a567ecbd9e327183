/** What stories about the queue begin with and look at. */
import { vi } from 'vitest'
import type { Decision, Verdict } from '../../src/core/flow.ts'
import type { RelayId, RemoteUser } from '../../src/core/ids.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { Relay } from '../../src/generated/prisma/client.ts'
import type { SlackMessageView } from '../../src/sandbox/view.ts'
import { Bridge, type BridgeOptions, seen } from './bridge.ts'

export type Story = { readonly bridge: Bridge; readonly threadTs: string; readonly ts: string }

/** A specialist's answer waits: `ts` is its message in the thread. */
export async function waitingAnswer(words = 'Две недели', options: BridgeOptions = {}): Promise<Story> {
  const bridge = await Bridge.open(options)
  const threadTs = await bridge.handOver('Сколько займёт аудит?')
  const ts = await bridge.teamSays(words, { threadTs })
  await bridge.settle()
  return { bridge, threadTs, ts }
}

/** The newest relay of this way. */
export function relayOf(bridge: Bridge, direction: Relay['direction'] = 'to_client'): Promise<Relay> {
  return bridge.database.prisma.relay.findFirstOrThrow({ where: { direction }, orderBy: { number: 'desc' } })
}

/** Somebody decides on what they saw, whatever has come since. */
export function decides(
  bridge: Bridge,
  { id, revision, look }: Pick<Relay, 'id' | 'revision' | 'look'>,
  act: Decision['act'],
  user = 'U0ANNA',
): Promise<Verdict> {
  return bridge.liaison.flow.decide({ relay: id as RelayId, revision, look, by: `sl:${user}` as RemoteUser, act })
}

export function edited(text: string, confirmed: readonly string[] = []): Decision['act'] {
  return { kind: 'edit', body: plain(text), confirmed }
}

export async function atClient(bridge: Bridge): Promise<readonly string[]> {
  return (await bridge.fromBot()).map(({ text }) => text)
}

/** Anna's newest card that says this. */
export async function cardWith(bridge: Bridge, words: string): Promise<SlackMessageView> {
  const card = (await bridge.cards()).findLast((one) => seen(one).includes(words))
  if (!card) throw new Error(`no card says ${words}`)
  return card
}

/** Opens "More" on a card and picks one of its acts. */
export async function more(bridge: Bridge, act: string, card?: SlackMessageView): Promise<void> {
  await bridge.click('more', 'U0ANNA', card)
  const { id: viewId } = await bridge.modal()
  await bridge.act('slack/click', { user: 'U0ANNA', viewId, actionId: `more_${act}` })
  await vi.waitUntil(async () => (await bridge.modal()).id !== viewId, { timeout: 5_000, interval: 10 })
}

export async function kindsOf(bridge: Bridge, relayId: string): Promise<readonly string[]> {
  const rows = await bridge.database.prisma.relayActivity.findMany({ where: { relayId }, orderBy: { chainSeq: 'asc' } })
  return rows.map(({ kind }) => kind)
}
