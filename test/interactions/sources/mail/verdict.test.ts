import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAuthResults } from '../../../../src/interactions/sources/mail/auth-results.ts'
import { readLetter } from '../../../../src/interactions/sources/mail/letter.ts'
import { isVerified } from '../../../../src/interactions/sources/mail/verdict.ts'
import { letter } from '../../../support/letters.ts'

const OURS = ['mx.agency.example']
const says = (...results: string[]) => isVerified({ results, senders: ['ivan@parts.example'] }, OURS)

describe('what a mail server found out', () => {
  it('is read as RFC 8601 writes it', () => {
    const header =
      'MX.agency.example 1; spf=fail (not "it" (really)) smtp.mailfrom=x@y.example;' +
      ' DKIM/1 = PASS reason="a; \\"b\\" (c)" header.d=Parts.example header.i=@parts.example; broken; auth=none'
    const read = readAuthResults(header)
    expect(read?.server).toBe('mx.agency.example')
    expect(read?.found.map(({ method, result }) => `${method}=${result}`)).toEqual([
      'spf=fail',
      'dkim=pass',
      'auth=none',
    ])
    expect(read?.found[1]?.said('header.d')).toBe('Parts.example')
    expect(read?.found[1]?.said('reason')).toBe('a; "b" (c)')
    expect(readAuthResults('mx.agency.example; none')).toMatchObject({ found: [] })
    for (const wrong of ['', '   ', '(comment)', '= ; x=y', 'x'.repeat(10_001)])
      expect(readAuthResults(wrong)).toBeUndefined()
  })

  it('is read without an error whatever stands there, and soon', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readAuthResults(text)))
    const started = performance.now()
    for (const piece of ['(', '"', '\\', '= ', 'a=b ', ';']) readAuthResults(piece.repeat(10_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each([
    ['mx.agency.example; dmarc=pass header.from=parts.example', true],
    ['mx.agency.example; dkim=pass header.d=parts.example', true],
    ['mx.agency.example; spf=pass smtp.mailfrom=bounce@parts.example; dmarc=none', true],
    ['mx.agency.example; auth=pass smtp.auth=ivan@parts.example', true],
    ['mx.agency.example; dkim=pass header.d=parts.example; dmarc=fail header.from=parts.example', false],
    ['mx.agency.example; dmarc=pass header.from=evil.example', false],
    ['mx.agency.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example', false],
    ['mx.agency.example; dkim=pass header.d=example', false],
    ['mx.agency.example; dkim=pass header.d=evilparts.example', false],
    ['mx.agency.example; dkim=fail header.d=parts.example; spf=softfail smtp.mailfrom=parts.example', false],
    ['mx.agency.example; dkim=pass', false],
    ['mx.agency.example; none', false],
    ['mx.evil.example; dmarc=pass header.from=parts.example', false],
    ['mx.evil.example (mx.agency.example; dmarc=pass header.from=parts.example)', false],
  ])('%s: %s', (header, expected) => {
    expect(says(header)).toBe(expected)
  })

  it('vouches for the parts of a domain that it vouches for', () => {
    const results = ['mx.agency.example; dkim=pass header.d=parts.example']
    expect(isVerified({ results, senders: ['ivan@mail.parts.example'] }, OURS)).toBe(true)
  })

  it('stands above all that came with the letter: what stands below may be the sender’s own', () => {
    const forged = 'mx.agency.example; dmarc=pass header.from=parts.example'
    expect(says('mx.agency.example; dmarc=fail', forged)).toBe(false)
    expect(says('mx.other.example; none', forged)).toBe(false)
    expect(says()).toBe(false)
    expect(isVerified({ results: [forged], senders: ['ivan@parts.example'] }, []), 'nobody is trusted').toBe(false)
  })

  it('is of one sender: a letter with two is of neither', async () => {
    const results = 'mx.agency.example; dkim=pass header.d=parts.example'
    const of = async (from: string) => {
      const mail = letter({ From: from, 'Authentication-Results': results })
      const { claims } = await readLetter(Buffer.from(mail), new Date('2026-11-23T08:00:00Z'))
      return isVerified(claims, OURS)
    }
    expect(await of('Ivan <ivan@parts.example>')).toBe(true)
    expect(await of('Ivan <Ivan@Parts.Example>')).toBe(true)
    expect(await of('Ivan <ivan@parts.example>, boss@bank.example')).toBe(false)
    expect(await of('Ivan <ivan@parts.example>\r\nFrom: boss@bank.example')).toBe(false)
    expect(await of('Both: ivan@parts.example, boss@bank.example;')).toBe(false)
  })
})
