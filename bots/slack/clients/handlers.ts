import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type { ClientFound, Clients } from '../../../src/core/clients.ts'
import type { RemoteUser } from '../../../src/core/ids.ts'
import { section } from '../cards/blocks.ts'
import { escaped } from '../format/mrkdwn.ts'
import { drawClient, drawClientModal, drawClientNote } from './blocks.ts'
import { say } from './text.ts'

/** The answer to `/client NAME`. */
export async function onClient(
  clients: Clients,
  by: RemoteUser,
  text: string,
): Promise<{ readonly text: string; readonly blocks: KnownBlock[] }> {
  const found = await clients.find(text, by)
  if (found.kind === 'open') return { text: escaped(found.card.name), blocks: drawClient(found.card) }
  const words = wordsOf(found, text.trim())
  return { text: words, blocks: [section(words)] }
}

function wordsOf(found: Exclude<ClientFound, { kind: 'open' }>, name: string): string {
  const { locale } = found
  if (found.kind === 'forbidden') return say(locale, 'client-forbidden')
  const names = escaped(found.names.join(', '))
  if (found.kind === 'several') return say(locale, 'client-several', { names })
  const some = names === '' ? say(locale, 'client-none') : say(locale, 'client-some', { names })
  const first = name === '' ? say(locale, 'client-usage') : say(locale, 'client-unknown', { name: escaped(name) })
  return `${first}\n${some}`
}

/** A click on a client of a list. */
export async function clientView(clients: Clients, by: RemoteUser, value: unknown): Promise<ModalView> {
  const found = await clients.open(z.uuid().parse(value), by)
  if (found.kind === 'open') return drawClientModal(found.card)
  return drawClientNote(
    say(found.locale, found.kind === 'forbidden' ? 'client-forbidden' : 'client-gone'),
    found.locale,
  )
}
