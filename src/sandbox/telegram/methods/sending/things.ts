/** sendLocation, sendVenue, sendContact, sendPoll, sendDice. */
import { z } from 'zod'
import * as things from '../../things.ts'
import { type Method, method } from '../method.ts'
import { sendJson, whereArgs } from './send.ts'

const sendLocation = method(z.looseObject({ ...whereArgs, ...things.locationArgs }), (telegram, args) =>
  sendJson(telegram, args, { content: things.location(args) }),
)

const sendVenue = method(z.looseObject({ ...whereArgs, ...things.venueArgs }), (telegram, args) =>
  sendJson(telegram, args, { content: things.venue(args) }),
)

const sendContact = method(z.looseObject({ ...whereArgs, ...things.contactArgs }), (telegram, args) =>
  sendJson(telegram, args, { content: things.contact(args) }),
)

const sendPoll = method(z.looseObject({ ...whereArgs, ...things.pollArgs }), (telegram, args) =>
  sendJson(telegram, args, { content: things.poll(args) }),
)

const sendDice = method(z.looseObject({ ...whereArgs, ...things.diceArgs }), (telegram, args) =>
  sendJson(telegram, args, { content: things.dice(args) }),
)

export const thingMethods: Readonly<Record<string, Method>> = {
  sendLocation,
  sendVenue,
  sendContact,
  sendPoll,
  sendDice,
}
