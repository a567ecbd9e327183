import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, NAMES, readConfig } from '../src/config.ts'

const TOKENS = { TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(35)}`, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }

const BUCKET = {
  S3_ENDPOINT: 'https://s3.example.com',
  S3_BUCKET: 'liaison-files',
  S3_ACCESS_KEY_ID: 'key-hunter2',
  S3_SECRET_ACCESS_KEY: 'secret-hunter2',
}
const ofBucket = Object.keys(BUCKET) as (keyof typeof BUCKET)[]

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      telegram: undefined,
      slack: undefined,
      s3: undefined,
    })
  })

  it('has no source of contacts unless it is told of one', () => {
    const none = { calls: { secret: undefined, token: undefined }, mail: { secret: undefined }, mailbox: undefined }
    expect(readConfig({}).sources).toEqual({ ...none, calendars: [], privateHosts: [] })
    expect(readConfig({ IMAP_URL: 'imaps://u%40a.example:p@h/Box' }).sources.mailbox).toMatchObject({
      user: 'u@a.example',
    })
    expect(readConfig({ ICS_FEEDS: 'anna=https://h/1  boris=http://127.0.0.1:1/2' }).sources.calendars).toEqual([
      { name: 'anna', url: 'https://h/1' },
      { name: 'boris', url: 'http://127.0.0.1:1/2' },
    ])
  })

  it('names hosts of a private network', () => {
    const hosts = (given: string) => readConfig({ ICS_PRIVATE_HOSTS: given }).sources.privateHosts
    expect(hosts('Calendar.office.lan  10.0.0.5 [fd00::1]')).toEqual(['calendar.office.lan', '10.0.0.5', 'fd00::1'])
    for (const wrong of ['https://a.lan', 'a.lan/x', 'a.lan:80']) expect(() => hosts(wrong), wrong).toThrow(ConfigError)
  })

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })

  it.each([
    [{ PORT: '70000' }, 'PORT: "70000" is not a port number'],
    [{ DATABASE_URL: 'mysql://root:hunter2@h/d' }, 'DATABASE_URL: what was given is not a PostgreSQL address'],
    [{ ...TOKENS, SLACK_APP_TOKEN: '' }, 'SLACK_APP_TOKEN: not set'],
    [{ TELEGRAM_BOT_TOKEN: TOKENS.TELEGRAM_BOT_TOKEN }, 'SLACK_BOT_TOKEN: not set, but TELEGRAM_BOT_TOKEN is'],
    [{ ...TOKENS, TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-enough-length' }, 'PUBLIC_URL: not set'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: "loud" is not one of'],
    [{ LIAISON_CALLS_SECRET: 'hunter2' }, 'LIAISON_CALLS_SECRET: what was given is not a secret of 16'],
    [{ LIAISON_CALLS_TOKEN: 'hunter2/hunter2/hunter2/hunter2' }, 'LIAISON_CALLS_TOKEN: what was given is not 24'],
    [{ LIAISON_MAIL_SECRET: 'hunter2' }, 'LIAISON_MAIL_SECRET: what was given is not a secret of 16'],
    [{ IMAP_URL: 'imaps://user:hunter2@/INBOX' }, 'IMAP_URL: what was given is not the address of a mailbox'],
    [{ ICS_FEEDS: 'anna=http://h.example/hunter2' }, 'ICS_FEEDS: what was given is not calendars'],
    [{ ICS_FEEDS: 'a=https://h/1 a=https://h/2' }, 'ICS_FEEDS: what was given is not calendars'],
    [{ ...BUCKET, S3_ENDPOINT: 's3.example.com' }, 'S3_ENDPOINT: "s3.example.com" is not the address of'],
    [{ ...BUCKET, S3_BUCKET: 'No Bucket' }, 'S3_BUCKET: "No Bucket" is not the name of a bucket'],
    [{ ...BUCKET, S3_PREFIX: 'с пробелом' }, 'S3_PREFIX: "с пробелом" is not what the names'],
  ])('says what is wrong: %j', (env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(words)
    try {
      readConfig(env)
    } catch (error) {
      expect(String(error), 'no secret is shown').not.toContain('hunter2')
    }
  })

  it('knows a bucket, with what is not set as it usually is', () => {
    const keys = { accessKeyId: 'key-hunter2', secretAccessKey: 'secret-hunter2' }
    const bucket = { endpoint: 'https://s3.example.com', bucket: 'liaison-files', ...keys }
    expect(readConfig(BUCKET).s3).toEqual({ ...bucket, region: 'us-east-1', prefix: '' })
    expect(readConfig({ ...BUCKET, S3_REGION: 'eu-1', S3_PREFIX: 'a/b/' }).s3).toEqual({
      ...bucket,
      region: 'eu-1',
      prefix: 'a/b/',
    })
  })

  it.each(ofBucket)('needs all of a bucket or nothing of it: without %s, alone with it', (name) => {
    const { [name]: own, ...others } = BUCKET
    const rest = ofBucket.filter((each) => each !== name)
    expect(wordsOf(others)).toContain(`${name}: not set. Files are kept in a bucket when`)
    expect(wordsOf({ [name]: own })).toContain(`${rest.join(', ')}: not set. Files are kept in a bucket when`)
  })

  it('takes nothing of a bucket for nothing: what has a usual value may stand alone', () => {
    expect(readConfig({ S3_REGION: 'eu-1', S3_PREFIX: 'a/', S3_BUCKET: '' }).s3).toBeUndefined()
  })

  it('says once that a variable is wrong, not also that it is missing', () => {
    expect(wordsOf({ ...BUCKET, S3_BUCKET: 'No Bucket' }).match(/S3_BUCKET/g)).toHaveLength(1)
  })

  it('names every wrong variable, not only the first', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/)
  })

  it('is explained whole in .env.example', () => {
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z0-9_]+)=/gm)].map((match) => match[1])
    expect(explained.toSorted()).toEqual([...NAMES].sort())
  })
})

/** What the error says, which never shows a secret. */
function wordsOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    expect(String(error), 'no secret is shown').not.toContain('hunter2')
    return String(error)
  }
  throw new Error('nothing was wrong')
}
