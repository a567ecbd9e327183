import { files } from '../files/methods.ts'
import { app } from './app.ts'
import { chat } from './chat.ts'
import { conversations } from './conversations.ts'
import { reading } from './history.ts'
import type { Method } from './method.ts'
import { reactions } from './reactions.ts'
import { users } from './users.ts'
import { views } from './views.ts'

/** Every method of the Web API that the sandbox serves. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...app, ...chat, ...conversations, ...files, ...reading, ...reactions, ...users, ...views }),
)
