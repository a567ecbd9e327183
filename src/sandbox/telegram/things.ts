/** What a message can carry that is no file: places, contacts, polls, dice. The same for people and for bots. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { checkedWords, entitySchema } from './entities.ts'
import type { Content } from './facts.ts'
import { badRequest } from './refused.ts'

const number = z.coerce.number()
const flag = z.union([z.boolean(), z.stringbool()])

export const locationArgs = {
  latitude: number,
  longitude: number,
  horizontal_accuracy: number.min(0).max(1_500).optional(),
  live_period: number.int().optional(),
  heading: number.int().min(1).max(360).optional(),
  proximity_alert_radius: number.int().min(1).max(100_000).optional(),
}
const locationSchema = z.object(locationArgs)
/** 60 seconds to a day, or for as long as nobody ends it (sendLocation). */
const LIVE = { shortest: 60, longest: 86_400, endless: 0x7f_ff_ff_ff } as const

/** Throws RefusedError, as all here do. */
export function location(given: z.infer<typeof locationSchema>): Content {
  const { latitude, longitude, live_period: live } = given
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw badRequest('wrong location specified')
  if (live !== undefined && live !== LIVE.endless && (live < LIVE.shortest || live > LIVE.longest)) {
    throw badRequest('wrong live location period specified')
  }
  return { kind: 'location', fields: { location: locationSchema.parse(given) } }
}

export const venueArgs = {
  latitude: number,
  longitude: number,
  title: z.string().default(''),
  address: z.string().default(''),
  foursquare_id: z.string().optional(),
  foursquare_type: z.string().optional(),
  google_place_id: z.string().optional(),
  google_place_type: z.string().optional(),
}
const venueSchema = z.object(venueArgs)

/** For backward compatibility the location is there, too. */
export function venue(given: z.infer<typeof venueSchema>): Content {
  const { latitude, longitude, ...about } = venueSchema.parse(given)
  if (about.title === '') throw badRequest('venue title must be non-empty')
  if (about.address === '') throw badRequest('venue address must be non-empty')
  const { fields } = location({ latitude, longitude })
  return { kind: 'venue', fields: { venue: { ...fields, ...about }, ...fields } }
}

export const contactArgs = {
  phone_number: z.coerce.string().default(''),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
  user_id: number.int().optional(),
  vcard: z.string().optional(),
}
const contactSchema = z.object(contactArgs)
const VCARD_BYTES = 2_048

export function contact(given: z.infer<typeof contactSchema>): Content {
  const person = contactSchema.parse(given)
  if (person.phone_number === '') throw badRequest("contact's phone number must be non-empty")
  if (person.first_name === '') throw badRequest("contact's first name must be non-empty")
  if (Buffer.byteLength(person.vcard ?? '') > VCARD_BYTES) throw badRequest("contact's vCard is too long")
  return { kind: 'contact', fields: { contact: person } }
}

const option = z.union([
  z.string().transform((text) => ({ text, text_entities: undefined })),
  z.looseObject({ text: z.string(), text_entities: z.array(entitySchema).optional() }),
])
export const pollArgs = {
  question: z.string().default(''),
  options: z.array(option).default([]),
  type: z.enum(['regular', 'quiz']).default('regular'),
  is_anonymous: flag.default(true),
  allows_multiple_answers: flag.default(false),
  correct_option_ids: z.array(number.int().min(0)).optional(),
  explanation: z.string().max(200).optional(),
  open_period: number.int().min(5).max(2_628_000).optional(),
  close_date: number.int().optional(),
  is_closed: flag.default(false),
}
const pollSchema = z.object(pollArgs)
const POLL = { question: 300, options: 12, option: 100 } as const

export function poll(given: z.infer<typeof pollSchema>): Content {
  const { question, options, correct_option_ids: correct, allows_multiple_answers, ...about } = pollSchema.parse(given)
  const asked = question.trim()
  if (asked === '') throw badRequest('poll question must be non-empty')
  if (asked.length > POLL.question) throw badRequest(`poll question length must not exceed ${POLL.question}`)
  if (options.length === 0) throw badRequest('poll must have at least 1 option')
  if (options.length > POLL.options) throw badRequest(`poll can't have more than ${POLL.options} options`)
  if (about.type === 'quiz' && !correct?.every((id) => id < options.length)) {
    throw badRequest('wrong correct option ID specified')
  }
  return {
    kind: 'poll',
    fields: {
      poll: {
        id: String(randomInt(2 ** 47)),
        question: asked,
        options: options.map(optionJson),
        total_voter_count: 0,
        allows_multiple_answers,
        allows_revoting: about.type === 'regular',
        members_only: false,
        ...about,
        ...(about.type === 'quiz' ? { correct_option_ids: correct } : {}),
      },
    },
  }
}

function optionJson(given: z.infer<typeof option>, index: number) {
  const { text, entities } = checkedWords(given.text, given.text_entities ?? [])
  if (text === '') throw badRequest('poll options must be non-empty')
  if (text.length > POLL.option) throw badRequest(`poll options length must not exceed ${POLL.option}`)
  return {
    persistent_id: String(index),
    text,
    ...(entities.length === 0 ? {} : { text_entities: entities }),
    voter_count: 0,
  }
}

export const diceArgs = { emoji: z.string().default('🎲') }
/** The values a die can have: 1 to this (sendDice). */
const DICE: ReadonlyMap<string, number> = new Map([
  ['🎲', 6],
  ['🎯', 6],
  ['🎳', 6],
  ['🏀', 5],
  ['⚽', 5],
  ['🎰', 64],
])

export function dice({ emoji }: { emoji: string }): Content {
  const most = DICE.get(emoji)
  if (most === undefined) throw badRequest('wrong dice emoji specified')
  return { kind: 'dice', fields: { dice: { emoji, value: randomInt(1, most + 1) } } }
}
