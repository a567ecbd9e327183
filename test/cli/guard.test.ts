import { describe, expect, it } from 'vitest'
import { guardLines } from '../../src/cli/guard.ts'

describe('liaison guard', () => {
  it('answers each line with its findings, in order', () => {
    const pairs = [
      { id: 'a', source: '14 дней', final: '10 дней', sourceLang: 'ru', finalLang: 'ru' },
      { id: 2, source: 'same', final: 'same' },
    ]
    const lines = guardLines(`${pairs.map((pair) => JSON.stringify(pair)).join('\n')}\n\n`, 'pairs.jsonl', 'en').split(
      '\n',
    )
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        id: 'a',
        findings: [
          {
            severity: 'block',
            kind: 'duration',
            change: 'changed',
            source: '14 дней',
            final: '10 дней',
            message: 'Специалист сказал 14 дней, вы написали 10 дней',
          },
        ],
      },
      { id: 2, findings: [] },
    ])
  })

  it('says which line is wrong, and how one looks', () => {
    expect(() => guardLines('{"id":"1","source":"a","final":"b"}\n{', 'pairs.jsonl', 'en')).toThrow(
      /pairs\.jsonl:2: .*"source"/,
    )
    expect(() => guardLines('{"id":"1","source":"a"}', '-', 'ru')).toThrow(/^-:1: final/)
  })
})
