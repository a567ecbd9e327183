import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, NAMES, readConfig } from '../src/config.ts'

const TOKENS = { TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(35)}`, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      telegram: undefined,
      slack: undefined,
    })
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
  ])('says what is wrong: %j', (env, words) => {
    expect(() => readConfig(env)).toThrow(ConfigError)
    expect(() => readConfig(env)).toThrow(words)
    try {
      readConfig(env)
    } catch (error) {
      expect(String(error), 'no secret is shown').not.toContain('hunter2')
    }
  })

  it('names every wrong variable, not only the first', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[\s\S]*LOG_LEVEL/)
  })

  it('is explained whole in .env.example', () => {
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z0-9_]+)=/gm)].map((match) => match[1])
    expect(explained.toSorted()).toEqual([...NAMES].sort())
  })
})
