import { extname } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeName } from '../../src/core/file-name.ts'
import { hostileWord, RUNS } from '../support/format/words.ts'

const long = 'очень длинное название '.repeat(20)

describe('the name of a file', () => {
  it.each([
    ['Договор № 5.pdf', 'Договор № 5.pdf'],
    ['фото 👍🏽.jpg', 'фото 👍🏽.jpg'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Users\\Иван\\счёт.pdf', 'C__Users_Иван_счёт.pdf'],
    ['счёт\u202efdp.exe', 'счётfdp.exe'],
    ['счёт\u0000.pdf', 'счёт.pdf'],
    ['счёт.pdf\r\n', 'счёт.pdf'],
    ['program.exe. . .', 'program.exe'],
    ['program.exe:поток.txt', 'program.exe_поток.txt'],
    ['.htaccess', 'htaccess'],
    ['a<b>|c?*"d".txt', 'a_b__c___d_.txt'],
    ['CON', '_CON'],
    ['nul.tar.gz', '_nul.tar.gz'],
    ['.con.txt', '_con.txt'],
    ['com¹.txt', '_com¹.txt'],
    ['COM10.txt', 'COM10.txt'],
    ['console.log', 'console.log'],
    ['е\u200b\u0308лка.txt', 'ёлка.txt'],
    ['\ud800.txt', '\ufffd.txt'],
    ['', 'file'],
    ['   ', 'file'],
    ['...', 'file'],
    ['/', 'file'],
    ['\u202e', 'file'],
  ])('%j is kept as %j', (given, expected) => {
    expect(safeName(given)).toBe(expected)
  })

  it.each(['.pdf', '.exe', '.tar.gz', '.settingcontent-ms'])('keeps %s however long it is', (ending) => {
    const name = safeName(long + ending)
    expect(name.endsWith(ending === '.tar.gz' ? '.gz' : ending)).toBe(true)
    expect(name.startsWith('очень длинное название')).toBe(true)
    expect(Buffer.byteLength(name)).toBeGreaterThan(150)
  })

  it('is never cut inside of what a person sees as one character', () => {
    const name = safeName(`${'👍🏽'.repeat(100)}.png`)
    expect(name).toMatch(/^(👍🏽)+….png$/u)
  })

  it('is safe, and the same when it is made safe again, whatever is given', () => {
    const piece = fc.oneof(
      hostileWord,
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        '/',
        '\\',
        '..',
        '.',
        ' ',
        'con',
        'NUL',
        'aux.',
        'COM1',
        'lpt¹',
        ':',
        '\u202e',
        '\u0000',
        '\ud83d',
      ),
      fc.constantFrom('.exe', '.pdf', '.tar.gz', 'е\u0308', 'я'.repeat(90), 'a'.repeat(150), '\u0301'.repeat(120)),
    )
    const given = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(given, (name) => {
        const safe = safeName(name)
        expect(safe).not.toBe('')
        expect(safe).not.toMatch(/[\\/:*?"<>|]/)
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i)
        expect(safe).not.toMatch(/^[.\s]|[.\s]$/)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255)
        expect(safeName(safe)).toBe(safe)
      }),
      RUNS,
    )
  })

  it('keeps its ending, whatever stands before it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('.exe', '.pdf', '.docx'),
        (stem, ending) => {
          expect(extname(safeName(`я${stem}${ending}`))).toBe(ending)
        },
      ),
      RUNS,
    )
  })
})
