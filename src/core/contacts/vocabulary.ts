/** The words by which people say in one line how they met a client: small letters, ё as е, Russian and English alike. */
import type { Channel, Direction, Reason } from '../interaction.ts'

/** What a word says. What it only leads to believe (`likely`) gives way to what another says. */
export type Said = {
  readonly channel?: Channel
  readonly direction?: Direction
  readonly missed?: true
  readonly reason?: string
  readonly likely?: { readonly channel?: Channel; readonly direction?: Direction }
  /** Also an everyday word: counts only where the line ends with it, or another word that says something follows. */
  readonly shy?: true
}

const CHANNEL_WORDS: Record<Channel, string> = {
  phone:
    'phone, call, called, phoned, rang, telephone, звонок, звонил, звонила, звонили, позвонил, позвонила, позвонили, перезвонил, перезвонила, телефон, по телефону',
  video:
    'video, video call, videocall, zoom, meet, google meet, teams, skype, видео, видеозвонок, видеовстреча, зум, созвон, созвонились, скайп',
  in_person:
    'meeting, met, in person, visit, visited, lunch, встреча, встретились, встретился, встретилась, лично, визит, обед',
  email: 'email, e-mail, mail, letter, письмо, почта, имейл, по почте, написал на почту',
  messenger: 'messenger, chat, whatsapp, telegram, viber, sms, мессенджер, чат, вотсап, ватсап, телеграм, вайбер, смс',
}

const DIRECTION_WORDS: Record<Direction, string> = {
  in: 'incoming, inbound, from client, вх, входящий, входящая, входящее, от клиента',
  out: 'outgoing, outbound, to client, исх, исходящий, исходящая, исходящее, клиенту',
}

/** A call that nobody took: they called us, or we them. */
const MISSED_WORDS: Record<Direction, string> = {
  in: 'missed, missed call, пропущенный, пропущен, пропустил, пропустила, пропущенный звонок',
  out: 'no answer, not answered, unanswered, не ответил, не ответила, не ответили, не берет, не взял, не взяла, не дозвонился, не дозвонилась, недозвон',
}

/** A complaint that was settled is said where the complaint is. */
const REASON_WORDS: Record<Exclude<Reason, 'complaint_resolved'>, string> = {
  question: 'question, questions, вопрос, вопросы',
  request: 'request, ask, запрос, просьба',
  brief: 'brief, briefing, бриф, брифинг',
  complaint: 'complaint, complained, жалоба, жаловался, жаловалась, претензия',
  approval: 'approval, approved, sign-off, согласование, согласовали, согласовано',
  status: 'status, update, report, статус, отчет',
  invoice: 'invoice, payment, billing, счет, счета, оплата',
  ack: 'ack, confirmation, подтверждение, принято',
  smalltalk: 'smalltalk, small talk, болтали, дружеское',
  praise: 'praise, praised, похвала, похвалил, похвалила, похвалили',
  other: 'other, другое, прочее',
}

/** Words that stand before others and say nothing themselves. */
export const CONNECTORS: ReadonlySet<string> = new Set(
  'with, for, at, on, about, the, a, of, с, со, у, в, во, на, по, о, об, для, был, была, было, -, –, —, :, ,'.split(
    ', ',
  ),
)

/** Everything that is said by the words of every agency. */
export const WORDS: ReadonlyMap<string, Said> = new Map([
  ...entries(CHANNEL_WORDS, (channel): Said => ({ channel })),
  ...entries(DIRECTION_WORDS, (direction): Said => ({ direction })),
  ...entries(MISSED_WORDS, (direction): Said => ({ missed: true, likely: { channel: 'phone', direction } })),
  ...entries(REASON_WORDS, (reason): Said => ({ reason })),
  ['in', { direction: 'in', shy: true }],
  ['out', { direction: 'out', shy: true }],
])

function entries<Key extends string>(table: Record<Key, string>, saying: (key: Key) => Said): [string, Said][] {
  return (Object.keys(table) as Key[]).flatMap((key) =>
    table[key].split(', ').map((word): [string, Said] => [word, saying(key)]),
  )
}

/** Two ways of writing a word that are one. */
export function bare(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
