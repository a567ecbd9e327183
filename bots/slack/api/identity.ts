import type { WebClient } from '@slack/web-api'

/** `url`: where the workspace is, with a slash at its end. */
export type Identity = { readonly botId: string; readonly botUserId: string; readonly url: string }

/** Who we are in Slack: asked once, and again after a failure. Throws when Slack does not say. */
export function identityOf(client: WebClient): () => Promise<Identity> {
  let asked: Promise<Identity> | undefined
  const ask = async (): Promise<Identity> => {
    const { bot_id: botId, user_id: botUserId, url = 'https://slack.com/' } = await client.auth.test()
    if (botId === undefined || botUserId === undefined) throw new Error('Slack: the token is not that of a bot')
    return { botId, botUserId, url }
  }
  return async () => {
    asked ??= ask()
    try {
      return await asked
    } catch (error) {
      asked = undefined
      throw error
    }
  }
}
