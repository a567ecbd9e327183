/** What a weekend's bridge is: a handler on each side that sends the words to the other. For comparison only. */
import { App } from '@slack/bolt'
import { LogLevel } from '@slack/web-api'
import { Bot } from 'grammy'
import { platformsOf } from '../../src/main.ts'
import { channelFor, personFor, type Stage } from './stage.ts'

export async function bareRelay(stage: Stage): Promise<{ close: () => Promise<void> }> {
  const { telegram, slack } = platformsOf(stage.sandbox)
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } })
  const app = new App({
    token: slack.botToken,
    ...(slack.appToken === undefined ? {} : { appToken: slack.appToken }),
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  })
  const laneOfPerson = new Map(Array.from({ length: stage.lanes }, (_, lane) => [personFor(lane), lane]))
  const personOfChannel = new Map(Array.from({ length: stage.lanes }, (_, lane) => [channelFor(lane), personFor(lane)]))

  bot.on('message:text', async (ctx) => {
    const lane = laneOfPerson.get(ctx.chat.id)
    if (lane !== undefined) await app.client.chat.postMessage({ channel: channelFor(lane), text: ctx.message.text })
  })
  app.message(async ({ message }) => {
    const person = personOfChannel.get(message.channel)
    if (person === undefined || message.subtype !== undefined || message.bot_id !== undefined) return
    await bot.api.sendMessage(person, message.text ?? '')
  })
  await app.start()
  const polling = new Promise<void>((resolve, reject) => {
    bot.start({ onStart: () => resolve() }).catch(reject)
  })
  await polling
  return {
    close: async () => {
      await bot.stop()
      await app.stop()
    },
  }
}
