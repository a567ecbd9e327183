import { z } from 'zod'
import { type Method, method } from '../method.ts'
import { sendJson, whereArgs } from './send.ts'
import { textArgs, textOf } from './words.ts'

const sendMessage = method(z.looseObject({ ...whereArgs, ...textArgs }), (telegram, args) =>
  sendJson(telegram, args, textOf(args)),
)

export const textMethods: Readonly<Record<string, Method>> = { sendMessage }
