/** Whether people met on a screen or in a room. */
import type { Channel } from '../../../core/interaction.ts'

export type Where = {
  readonly location: string
  readonly description: string
  /** What calendars write into fields of their own. */
  readonly conference: string
}

/** Where conferences are held, by what their links contain. */
const CONFERENCES = [
  'zoom.us',
  'meet.google.com',
  'teams.microsoft.com',
  'teams.live.com',
  'telemost.yandex.',
  'telemost.360.yandex.',
  'ktalk.ru',
  'jazz.sber.ru',
  'salutejazz.ru',
  'webex.com',
  'meet.jit.si',
  'whereby.com',
  'trueconf.',
  'join.skype.com',
  'vk.com/call',
  'mts-link.ru',
  'dion.vc',
  'bigbluebutton',
  'gotomeeting.com',
]

/** A link to a conference says more than a room: whoever is not in the room takes part by the link. */
export function channelOf({ location, description, conference }: Where): Channel {
  if (conference !== '' || isLink(location) || hasConference(`${location} ${description}`)) return 'video'
  return location.trim() === '' ? 'video' : 'in_person'
}

function isLink(location: string): boolean {
  return /^https?:\/\/\S+$/i.test(location.trim())
}

function hasConference(text: string): boolean {
  const lower = text.toLowerCase()
  return CONFERENCES.some((host) => lower.includes(host))
}
