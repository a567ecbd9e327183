import type { Finding } from '../../src/core/finding.ts'
import type { Locale } from '../../src/core/ids.ts'
import { texts } from '../../src/core/text.ts'
import { inWords, type TelegramApi } from './api/api.ts'

const en = `
token-ok = Telegram: the token is @{ $username }
token-wrong = Telegram does not accept the token ({ $detail })
token-advice = Take the token that @BotFather shows for the bot and set TELEGRAM_BOT_TOKEN.
unreachable = Telegram does not answer ({ $detail })
unreachable-advice = Check the network, a proxy and TELEGRAM_API_ROOT.
groups-ok = Telegram: the bot reads everything that is written in groups
groups-off = Telegram: in groups the bot reads only commands and replies to itself
groups-advice = In @BotFather: /setprivacy, choose the bot, Disable. Then remove the bot from its groups and add it again.
webhook-ok = Telegram: updates come by { $way }
webhook-other = Telegram: a webhook is set, but Liaison is configured for long polling
webhook-other-advice = Liaison takes the webhook off when it starts. If another program needs it, give that one a bot of its own.
webhook-missing = Telegram: the webhook is not set, or leads elsewhere
webhook-missing-advice = Liaison sets it when it starts. If it stays so, check PUBLIC_URL.
webhook-error = Telegram could not deliver to the webhook: { $detail }
webhook-error-advice = Check that PUBLIC_URL leads to this server over HTTPS, on port 443, 80, 88 or 8443.
way-polling = long polling
way-webhook = webhook
`
const ru = `
token-ok = Telegram: токен от @{ $username }
token-wrong = Telegram не принимает токен ({ $detail })
token-advice = Возьмите токен бота у @BotFather и задайте TELEGRAM_BOT_TOKEN.
unreachable = Telegram не отвечает ({ $detail })
unreachable-advice = Проверьте сеть, прокси и TELEGRAM_API_ROOT.
groups-ok = Telegram: бот читает всё, что пишут в группах
groups-off = Telegram: в группах бот видит только команды и ответы на свои сообщения
groups-advice = В @BotFather: /setprivacy, выберите бота, Disable. Затем удалите бота из групп и добавьте снова.
webhook-ok = Telegram: обновления приходят через { $way }
webhook-other = Telegram: задан вебхук, а Liaison настроен на long polling
webhook-other-advice = При запуске Liaison снимет вебхук. Если он нужен другой программе, заведите ей отдельного бота.
webhook-missing = Telegram: вебхук не задан или ведёт в другое место
webhook-missing-advice = Liaison задаёт его при запуске. Если так и останется, проверьте PUBLIC_URL.
webhook-error = Telegram не смог доставить обновление на вебхук: { $detail }
webhook-error-advice = Проверьте, что PUBLIC_URL ведёт на этот сервер по HTTPS, порт 443, 80, 88 или 8443.
way-polling = long polling
way-webhook = вебхук
`
export const SOURCES = { en, ru }
const say = texts(SOURCES)

/** What `liaison doctor` says of Telegram. */
export async function checkTelegram(
  api: Pick<TelegramApi, 'getMe' | 'getWebhookInfo'>,
  webhookUrl: string | undefined,
  locale: Locale,
): Promise<readonly Finding[]> {
  const bad = (id: string, args = {}): Finding => ({
    ok: false,
    what: say(locale, id, args),
    advice: say(locale, `${id.replace('token-wrong', 'token').replace('groups-off', 'groups')}-advice`),
  })
  const me = await api.getMe({})
  if (!me.ok) {
    const detail = inWords(me.failure)
    return [bad(me.failure.kind === 'answered' ? 'token-wrong' : 'unreachable', { detail })]
  }
  const good = (id: string, args = {}): Finding => ({ ok: true, what: say(locale, id, args) })
  const groups = me.result.can_read_all_group_messages ? good('groups-ok') : bad('groups-off')
  const info = await api.getWebhookInfo({})
  return [good('token-ok', { username: me.result.username }), groups, ...(info.ok ? [webhookFinding(info.result)] : [])]

  function webhookFinding(now: { url?: string; last_error_message?: string }): Finding {
    const set = now.url ?? ''
    if (webhookUrl === undefined) {
      return set === '' ? good('webhook-ok', { way: say(locale, 'way-polling') }) : bad('webhook-other')
    }
    if (set !== webhookUrl) return bad('webhook-missing')
    if (now.last_error_message !== undefined) return bad('webhook-error', { detail: now.last_error_message })
    return good('webhook-ok', { way: say(locale, 'way-webhook') })
  }
}
