import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { SOURCES as CHECK_TEXTS, SCOPES } from '../../../bots/slack/check.ts'
import { rowOf } from '../../../bots/slack/receive/envelope.ts'
import { httpHook } from '../../../bots/slack/receive/http.ts'
import { isSigned } from '../../../bots/slack/receive/signature.ts'
import { take } from '../../../bots/slack/receive/take.ts'
import { SOURCES } from '../../../bots/slack/text.ts'
import { idsOf } from '../../../src/core/text.ts'
import { testLog } from '../../support/log.ts'

const SECRET = '8f742231b10e8888abcd99yyyzzz85a5'
const NOW = new Date('2026-11-23T08:00:00Z')
const sign = (timestamp: string, body: string) =>
  `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`
const at = (seconds: number) => String(NOW.getTime() / 1_000 + seconds)

describe('a signature', () => {
  it('of Slack’s own example is right', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
    const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503'
    expect(isSigned({ signature, timestamp: '1531420618', body }, SECRET, new Date(1531420618_000))).toBe(true)
  })

  it.each([
    [-301, false],
    [-299, true],
    [0, true],
    [299, true],
    [301, false],
    [3_600, false],
  ])('made %i seconds from now counts: %s', (seconds, expected) => {
    expect(isSigned({ signature: sign(at(seconds), 'b'), timestamp: at(seconds), body: 'b' }, SECRET, NOW)).toBe(
      expected,
    )
  })

  it('of other words, with another secret, or none, does not count', () => {
    const timestamp = at(0)
    expect(isSigned({ signature: sign(timestamp, 'a'), timestamp, body: 'b' }, SECRET, NOW)).toBe(false)
    expect(isSigned({ signature: sign(timestamp, 'b'), timestamp, body: 'b' }, 'other', NOW)).toBe(false)
    expect(isSigned({ signature: undefined, timestamp, body: 'b' }, SECRET, NOW)).toBe(false)
    expect(isSigned({ signature: sign('x', 'b'), timestamp: 'x', body: 'b' }, SECRET, NOW)).toBe(false)
  })
})

describe('an envelope', () => {
  const message = { event_id: 'Ev1', event: { type: 'message', channel: 'C0SEO', user: 'U0OLEG', text: 'да' } }

  it('is stored before it is acknowledged, and not acknowledged when it could not be', async () => {
    const stored: string[] = []
    const flow = {
      receive: async (rows: readonly { eventId: string }[]) => void stored.push(...rows.map((row) => row.eventId)),
      answer: async () => undefined,
    }
    await take(flow, 'events_api', message)
    expect(stored).toEqual(['Ev1'])
    const broken = { ...flow, receive: async () => Promise.reject(new Error('the database is gone')) }
    await expect(take(broken, 'events_api', message)).rejects.toThrow('the database is gone')
  })

  it('of a channel has the channel’s lane, a click its person’s', () => {
    expect(rowOf('events_api', message)).toMatchObject({ eventId: 'Ev1', lane: 'sl:C0SEO' })
    const click = { type: 'block_actions', user: { id: 'U0ANNA' }, trigger_id: '1.2' }
    expect(rowOf('interactive', click)).toMatchObject({ eventId: 'block_actions:1.2', lane: 'slack:ui:U0ANNA' })
  })

  it('of our own echo, or of anything but messages, is not kept', () => {
    expect(rowOf('events_api', { ...message, event: { ...message.event, bot_id: 'B0' } })).toBeUndefined()
    expect(rowOf('events_api', { event_id: 'Ev2', event: { type: 'reaction_added', item: {} } })).toBeUndefined()
  })
})

describe('over HTTP', () => {
  const hook = (taken: unknown[], fails = false) =>
    httpHook({
      signingSecret: SECRET,
      clock: { now: () => NOW },
      log: testLog,
      take: async (type, payload) => {
        if (fails) throw new Error('the database is gone')
        taken.push([type, payload])
        return undefined
      },
    })
  const request = (body: string, type: string, signature = sign(at(0), body)) => ({
    headers: { 'content-type': type, 'x-slack-signature': signature, 'x-slack-request-timestamp': at(0) },
    body,
  })

  it('takes what is signed, answers the challenge, and refuses the rest', async () => {
    const taken: unknown[] = []
    expect(await hook(taken)(request('{"event_id":"E","event":{}}', 'application/json'))).toMatchObject({ status: 200 })
    expect(
      await hook(taken)(request(`payload=${encodeURIComponent('{"type":"x"}')}`, 'application/x-www-form-urlencoded')),
    ).toMatchObject({ status: 200 })
    expect(taken.map((each) => (each as [string])[0])).toEqual(['events_api', 'interactive'])
    const challenge = '{"type":"url_verification","challenge":"abc"}'
    expect(await hook(taken)(request(challenge, 'application/json'))).toMatchObject({ body: '{"challenge":"abc"}' })
    expect(await hook(taken)(request('{}', 'application/json', 'v0=00'))).toEqual({ status: 401 })
    expect(await hook(taken)(request('{nonsense', 'application/json'))).toEqual({ status: 400 })
    expect(await hook(taken, true)(request('{}', 'application/json')), 'so that Slack sends it again').toEqual({
      status: 500,
    })
  })
})

describe('the app manifest', () => {
  it('asks for exactly the scopes that doctor demands', () => {
    const manifest = parse(readFileSync('bots/slack/manifest.yaml', 'utf8'))
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...SCOPES].toSorted())
  })
})

describe('the words', () => {
  it('are the same in both languages', () => {
    for (const { en, ru } of [SOURCES, CHECK_TEXTS]) expect(idsOf(ru)).toEqual(idsOf(en))
  })
})
