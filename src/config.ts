import { z } from 'zod'
import { type Feed, feedsIn, hostIn, type MailboxPlace, mailboxPlace } from './core/source.ts'
import { LOG_LEVELS } from './log.ts'

const text = z.string().min(1)
const url = z.url({ protocol: /^https?$/ })
const secret = z.string().min(16)
const port = z.coerce.number().int().min(0).max(65_535)

/** Every variable: what it must look like, what it is when it is not set, and the words for the error when it is wrong. */
const VARIABLES = {
  PORT: { schema: port, otherwise: '3000', expected: 'a port number, 0 to 65535' },
  HOST: {
    schema: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]),
    otherwise: '127.0.0.1',
    expected: 'the address to listen on: 127.0.0.1 for this machine only, 0.0.0.0 for every network',
  },
  PUBLIC_URL: {
    schema: url,
    expected: 'the address under which platforms reach this server, such as https://liaison.example.com',
  },
  LIAISON_DATA: { schema: text, otherwise: './data', expected: 'a folder' },
  DATABASE_URL: {
    schema: z.string().regex(/^postgres(ql)?:\/\/.+/),
    expected: 'a PostgreSQL address: postgresql://user:password@host:5432/name',
  },
  TELEGRAM_BOT_TOKEN: {
    schema: z.string().regex(/^\d+:[\w-]{20,}$/),
    expected: 'the token that @BotFather gave, digits, a colon and a long word',
  },
  TELEGRAM_API_ROOT: {
    schema: url,
    otherwise: 'https://api.telegram.org',
    expected: 'the address of a Bot API server',
  },
  TELEGRAM_WEBHOOK_SECRET: {
    schema: z.string().regex(/^[\w-]{16,256}$/),
    expected: '16 to 256 letters, digits, _ or -',
  },
  SLACK_BOT_TOKEN: {
    schema: z.string().regex(/^xoxb-.+/),
    expected: 'the bot token of the Slack app, beginning with xoxb-',
  },
  SLACK_APP_TOKEN: {
    schema: z.string().regex(/^xapp-.+/),
    expected: 'an app-level token with connections:write, beginning with xapp-',
  },
  SLACK_SIGNING_SECRET: {
    schema: z.string().min(8),
    expected: 'the signing secret from the Basic Information page of the Slack app',
  },
  SLACK_API_URL: { schema: url, otherwise: 'https://slack.com/api/', expected: 'the address of the Slack Web API' },
  SLACK_QUEUE_CHANNEL: { schema: z.string().regex(/^[CG][A-Z0-9]+$/), expected: 'a channel id, such as C0QUEUE' },
  LIAISON_API_TOKEN: {
    schema: z.string().regex(/^[\w.~+/-]{32,512}=*$/),
    expected: 'at least 32 letters and digits, such as `openssl rand -hex 32` gives',
  },
  S3_ENDPOINT: {
    schema: url,
    expected: 'the address of an S3-compatible server, such as https://s3.eu-central-1.amazonaws.com',
  },
  S3_REGION: { schema: text, otherwise: 'us-east-1', expected: 'the region of the bucket' },
  S3_BUCKET: { schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/), expected: 'the name of a bucket' },
  S3_PREFIX: {
    schema: z.string().regex(/^[\w./-]*$/),
    otherwise: '',
    expected: 'what the names of files in the bucket begin with',
  },
  S3_ACCESS_KEY_ID: { schema: text, expected: 'the id of an access key for the bucket' },
  S3_SECRET_ACCESS_KEY: { schema: text, expected: 'the secret of that access key' },
  LIAISON_CALLS_SECRET: {
    schema: secret,
    expected: 'a secret of 16 characters or more, with which requests to /hooks/calls are signed',
  },
  LIAISON_CALLS_TOKEN: {
    schema: z.string().regex(/^[\w-]{24,256}$/),
    expected: '24 to 256 letters, digits, _ or -: the secret word in the path of telephonies that cannot sign',
  },
  LIAISON_MAIL_SECRET: {
    schema: secret,
    expected: 'a secret of 16 characters or more, with which requests to /hooks/mail are signed',
  },
  IMAP_URL: {
    schema: z.string().refine((given) => mailboxPlace(given) !== undefined),
    expected: 'the address of a mailbox: imaps://user:password@host/folder, with %40 for an @ in the user',
  },
  ICS_FEEDS: {
    schema: z.string().refine((given) => feedsIn(given) !== undefined),
    expected: 'calendars, each with a name of its own, with spaces between: anna=https://… boris=https://…',
  },
  ICS_PRIVATE_HOSTS: {
    schema: z.string().refine((given) =>
      given
        .trim()
        .split(/\s+/)
        .every((host) => hostIn(host) !== undefined),
    ),
    expected: 'names or addresses of hosts, with spaces between: calendar.office.lan 10.0.0.5',
  },
  SANDBOX_PORT: { schema: port, otherwise: '3001', expected: 'a port number, 0 to 65535' },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS), otherwise: 'info', expected: `one of ${LOG_LEVELS.join(', ')}` },
} as const

type Variables = typeof VARIABLES
type Name = keyof Variables
export const NAMES = Object.keys(VARIABLES) as readonly Name[]
/** Variables whose value is a secret: an error about them does not show what was given. */
const SECRET: ReadonlySet<Name> = new Set([
  'DATABASE_URL',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'LIAISON_API_TOKEN',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'LIAISON_CALLS_SECRET',
  'LIAISON_CALLS_TOKEN',
  'LIAISON_MAIL_SECRET',
  'IMAP_URL',
  'ICS_FEEDS',
])

export type Config = {
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly telegram:
    | { readonly token: string; readonly apiRoot: string; readonly webhookSecret: string | undefined }
    | undefined
  readonly slack:
    | {
        readonly botToken: string
        readonly apiUrl: string
        readonly appToken: string | undefined
        readonly signingSecret: string | undefined
        readonly queueChannel: string | undefined
      }
    | undefined
  /** Where files are kept; absent: in a folder of `dataDir`. */
  readonly s3:
    | {
        readonly endpoint: string
        readonly region: string
        readonly bucket: string
        readonly prefix: string
        readonly accessKeyId: string
        readonly secretAccessKey: string
      }
    | undefined
  /** Of the HTTP API; absent: there is none. */
  readonly apiToken: string | undefined
  /** Where contacts come from that do not pass through the queue; what is absent is switched off. */
  readonly sources: {
    /** Of calendars that may be in a private network. */
    readonly privateHosts: readonly string[]
    readonly calls: { readonly secret: string | undefined; readonly token: string | undefined }
    readonly mail: { readonly secret: string | undefined }
    /** Of blind copies. */
    readonly mailbox: MailboxPlace | undefined
    readonly calendars: readonly Feed[]
  }
  readonly sandboxPort: number
  readonly logLevel: z.infer<Variables['LOG_LEVEL']['schema']>
}

/** One line per variable that is wrong: its name, what was given, what is expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Environment -> Config. Nothing else in the program reads the environment. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = []
  const bad = new Set<Name>()
  const read = <N extends Name>(name: N): z.infer<Variables[N]['schema']> | undefined => {
    const variable: { schema: z.ZodType; otherwise?: string; expected: string } = VARIABLES[name]
    const given = env[name]?.trim() || variable.otherwise
    if (given === undefined) return undefined
    const parsed = variable.schema.safeParse(given)
    if (parsed.success) return parsed.data as z.infer<Variables[N]['schema']>
    bad.add(name)
    wrong.push(`${name}: ${SECRET.has(name) ? 'what was given' : `"${given}"`} is not ${variable.expected}`)
    return undefined
  }
  const values = Object.fromEntries((Object.keys(VARIABLES) as Name[]).map((name) => [name, read(name)])) as {
    [N in Name]: ReturnType<typeof read<N>>
  }
  wrong.push(...togetherWrong((name) => values[name] !== undefined || bad.has(name)))
  if (wrong.length > 0)
    throw new ConfigError(
      `The environment has ${wrong.length === 1 ? 'a wrong variable' : 'wrong variables'}:\n  ${wrong.join('\n  ')}`,
    )
  return freeze(values)
}

/** What each variable alone cannot say. What is set wrong is set: it is told of already. */
function togetherWrong(isSet: (name: Name) => boolean): string[] {
  const wrong: string[] = []
  if (isSet('SLACK_BOT_TOKEN') && !isSet('SLACK_APP_TOKEN') && !isSet('SLACK_SIGNING_SECRET')) {
    wrong.push(
      'SLACK_APP_TOKEN: not set. With SLACK_BOT_TOKEN either SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is needed',
    )
  }
  if (isSet('TELEGRAM_WEBHOOK_SECRET') && !isSet('PUBLIC_URL')) {
    wrong.push('PUBLIC_URL: not set. With TELEGRAM_WEBHOOK_SECRET Telegram must know where to send its updates')
  }
  if (isSet('TELEGRAM_BOT_TOKEN') !== isSet('SLACK_BOT_TOKEN')) {
    const [set, missing] = isSet('TELEGRAM_BOT_TOKEN')
      ? ['TELEGRAM_BOT_TOKEN', 'SLACK_BOT_TOKEN']
      : ['SLACK_BOT_TOKEN', 'TELEGRAM_BOT_TOKEN']
    wrong.push(
      `${missing}: not set, but ${set} is. Set both for the real platforms, or neither to try Liaison in its sandbox`,
    )
  }
  const missing = S3_TOGETHER.filter((name) => !isSet(name))
  if (missing.length > 0 && missing.length < S3_TOGETHER.length) {
    wrong.push(
      `${missing.join(', ')}: not set. Files are kept in a bucket when ${S3_TOGETHER.join(', ')} are set, all of them`,
    )
  }
  return wrong
}

const S3_TOGETHER = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

function s3Of(v: { [N in Name]: z.infer<Variables[N]['schema']> | undefined }): Config['s3'] {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = v
  if (endpoint === undefined || bucket === undefined || id === undefined || secret === undefined) return undefined
  const region = v.S3_REGION ?? 'us-east-1'
  return { endpoint, region, bucket, prefix: v.S3_PREFIX ?? '', accessKeyId: id, secretAccessKey: secret }
}

function freeze(v: { [N in Name]: z.infer<Variables[N]['schema']> | undefined }): Config {
  return Object.freeze({
    port: v.PORT ?? 3000,
    host: v.HOST ?? '127.0.0.1',
    publicUrl: v.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: v.LIAISON_DATA ?? './data',
    databaseUrl: v.DATABASE_URL,
    telegram:
      v.TELEGRAM_BOT_TOKEN === undefined
        ? undefined
        : { token: v.TELEGRAM_BOT_TOKEN, apiRoot: v.TELEGRAM_API_ROOT ?? '', webhookSecret: v.TELEGRAM_WEBHOOK_SECRET },
    slack:
      v.SLACK_BOT_TOKEN === undefined
        ? undefined
        : {
            botToken: v.SLACK_BOT_TOKEN,
            apiUrl: v.SLACK_API_URL ?? '',
            appToken: v.SLACK_APP_TOKEN,
            signingSecret: v.SLACK_SIGNING_SECRET,
            queueChannel: v.SLACK_QUEUE_CHANNEL,
          },
    s3: s3Of(v),
    apiToken: v.LIAISON_API_TOKEN,
    sources: {
      calls: { secret: v.LIAISON_CALLS_SECRET, token: v.LIAISON_CALLS_TOKEN },
      mail: { secret: v.LIAISON_MAIL_SECRET },
      mailbox: v.IMAP_URL === undefined ? undefined : mailboxPlace(v.IMAP_URL),
      calendars: (v.ICS_FEEDS !== undefined && feedsIn(v.ICS_FEEDS)) || [],
      privateHosts:
        v.ICS_PRIVATE_HOSTS?.trim()
          .split(/\s+/)
          .flatMap((host) => hostIn(host) ?? []) ?? [],
    },
    sandboxPort: v.SANDBOX_PORT ?? 3001,
    logLevel: v.LOG_LEVEL ?? 'info',
  })
}
