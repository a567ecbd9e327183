import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { slackBot, slackIds, slackSender } from '../bots/slack/index.ts'
import { telegramBot, telegramIds, telegramSender } from '../bots/telegram/index.ts'
import { closeBursts } from './approval/gathered.ts'
import { takeReceipt } from './approval/receipts.ts'
import type { ShowOptions } from './approval/show.ts'
import type { Config } from './config.ts'
import { createServer } from './console/server/server.ts'
import { type Clock, systemClock } from './core/clock.ts'
import type { Bot, Flow } from './core/flow.ts'
import type { Platform } from './core/ids.ts'
import type { Sender } from './core/sender.ts'
import { type Database, openDatabase } from './db/client.ts'
import { applyMigrations } from './db/migrate.ts'
import { delivery } from './delivery/deliver.ts'
import { createFlow } from './flow.ts'
import { takeUp } from './inbound/take-up.ts'
import { Pump } from './jobs/pump.ts'
import { runTimetable, timetable } from './jobs/timetable.ts'
import type { Log } from './log.ts'
import { createOutward } from './outward.ts'

export type Running = {
  readonly flow: Flow
  readonly database: Database
}

export const remoteIds = { slack: slackIds, telegram: telegramIds }
