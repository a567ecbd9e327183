/** Who and what is there at the first start: a small studio, its clients, and the people who write. */
import type { SandboxSeed } from './view.ts'

const person = (id: string, name: string, realName: string, locale: string, admin = false) => {
  return { id, name, realName, isBot: false, locale, tz: 'Europe/Moscow', admin }
}

const EVERYBODY = ['U0ANNA', 'U0BORIS', 'U0VERA', 'U0OLEG', 'U0DINA']

export const SEED: SandboxSeed = {
  telegram: {
    token: '7000000001:sandbox-token-for-trying-liaison',
    bot: { id: 7_000_000_001, username: 'liaison_demo_bot', name: 'Liaison', canReadAllGroupMessages: true },
    users: [
      { id: 111, firstName: 'Иван', lastName: 'Петров', username: 'ivan_parts', languageCode: 'ru' },
      { id: 112, firstName: 'Мария', lastName: 'Соколова', username: 'maria_parts', languageCode: 'ru' },
      { id: 113, firstName: 'John', lastName: 'Carter', username: 'john_nordic', languageCode: 'en' },
      { id: 114, firstName: 'Олег', lastName: 'Новиков', username: 'novikov', languageCode: 'ru' },
    ],
    started: [111, 112, 113],
    groups: [{ id: -1_001_000_000_001, title: 'Автозапчасти × Студия', members: [111, 112], botIsMember: true }],
  },
  slack: {
    botToken: 'xoxb-sandbox-liaison',
    appToken: 'xapp-sandbox-liaison',
    signingSecret: 'sandbox-signing-secret',
    scopes: [
      'channels:history',
      'channels:read',
      'chat:write',
      'chat:write.customize',
      'commands',
      'files:read',
      'files:write',
      'groups:history',
      'groups:read',
      'im:history',
      'im:write',
      'reactions:read',
      'reactions:write',
      'users:read',
    ],
    team: { id: 'T0STUDIO', name: 'Студия' },
    bot: { id: 'B0LIAISON', userId: 'U0LIAISON', appId: 'A0LIAISON', name: 'liaison' },
    users: [
      person('U0ANNA', 'anna', 'Анна Смирнова', 'ru-RU'),
      person('U0BORIS', 'boris', 'Boris Lane', 'en-US'),
      person('U0VERA', 'vera', 'Вера Орлова', 'ru-RU', true),
      person('U0OLEG', 'oleg', 'Олег Титов', 'ru-RU'),
      person('U0DINA', 'dina', 'Dina Park', 'en-US'),
    ],
    channels: [
      { id: 'C0GENERAL', name: 'general', kind: 'channel', members: EVERYBODY },
      {
        id: 'C0SEO',
        name: 'parts-seo',
        kind: 'channel',
        members: ['U0ANNA', 'U0BORIS', 'U0VERA', 'U0OLEG', 'U0LIAISON'],
      },
      {
        id: 'C0NORDIC',
        name: 'nordic-ads',
        kind: 'channel',
        members: ['U0BORIS', 'U0ANNA', 'U0VERA', 'U0DINA', 'U0LIAISON'],
      },
    ],
    shortcuts: [
      { callbackId: 'send_to_client', name: 'Send to client' },
      { callbackId: 'as_delivered', name: 'As delivered' },
      { callbackId: 'log_contact', name: 'Log with client' },
    ],
    commands: [
      { command: '/queue', description: 'What waits for you' },
      { command: '/client', description: "A client's score and why, what was said last, what is open" },
      { command: '/log', description: 'Enter a call, a meeting, a letter with a client; alone it asks' },
      { command: '/away', description: 'Who is away; say that you are, and who stands in' },
      { command: '/leads', description: 'Unknown people who wrote and are no clients yet' },
      { command: '/load', description: 'Who has what in hand (for leads)' },
      { command: '/canned', description: 'Answers that are used again' },
    ],
  },
}
