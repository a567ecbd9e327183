/** What the page draws of what a message carries. */
import type { TelegramContentView } from '../view.ts'
import type { Content, Json, Message } from './facts.ts'
import { isFileKind } from './files/kinds.ts'
import { kindAndMime } from './files/stored.ts'
import type { Telegram } from './platform.ts'

export function contentView(telegram: Telegram, { kind, fields }: Content): TelegramContentView {
  const label = labelOf(kind, fields)
  const largest = [fields[kind]].flat().at(-1)
  const id = isFileKind(kind) ? textOf(largest, 'file_id') : ''
  const file = telegram.state.files.get(id)
  if (!file) return { kind, label }
  const url = `control/telegram/files/${encodeURIComponent(id)}`
  return { kind, label, file: { url, mime: kindAndMime(file).mime, size: file.size } }
}

/** Where one reads what it is, by kind. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  document: ['file_name'],
  video: ['file_name'],
  audio: ['performer', 'title', 'file_name'],
  sticker: ['emoji'],
  location: ['latitude', 'longitude'],
  venue: ['title', 'address'],
  contact: ['first_name', 'last_name', 'phone_number'],
  poll: ['question'],
  dice: ['emoji', 'value'],
  checklist: ['title'],
}

function labelOf(kind: string, fields: Json): string {
  if (kind === 'other') return Object.keys(fields).join(', ')
  const parts = (LABELS[kind] ?? []).map((name) => textOf(fields[kind], name))
  const items =
    kind === 'checklist' ? listed(fields.checklist, 'tasks') : kind === 'poll' ? listed(fields.poll, 'options') : []
  return [parts.filter((part) => part !== '').join(' · '), ...items].join('\n')
}

function listed(thing: unknown, name: string): string[] {
  const list = typeof thing === 'object' && thing !== null ? (thing as Json)[name] : undefined
  return Array.isArray(list) ? list.map((item) => `◦ ${textOf(item, 'text')}`) : []
}

function textOf(thing: unknown, name: string): string {
  const value = typeof thing === 'object' && thing !== null ? (thing as Json)[name] : undefined
  return value === undefined ? '' : String(value)
}

/** From whom it was before it was forwarded. */
export function originView({ beside }: Message): { forwardedFrom?: string } {
  const origin = beside?.forward_origin
  if (typeof origin !== 'object' || origin === null) return {}
  const { sender_user: user, sender_user_name: hidden, sender_chat: group, chat } = origin as Json
  const name = [textOf(user, 'first_name'), textOf(user, 'last_name')].filter(Boolean).join(' ')
  return { forwardedFrom: name || (typeof hidden === 'string' ? hidden : textOf(group ?? chat, 'title')) }
}
