import { describe, expect, it } from 'vitest'
import { BEGINNING_BYTES, sniff } from '../../src/files/sniff.ts'
import * as samples from '../support/samples.ts'
import { zip } from '../support/zip.ts'

const bytesOf = ({ base64 }: samples.Sample) => Buffer.from(base64, 'base64')
const hex = (digits: string, padding = 64) => Buffer.concat([Buffer.from(digits, 'hex'), Buffer.alloc(padding)])
const text = (words: string) => Buffer.from(words)

const office = (mainType: string, part: string) =>
  zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${mainType}"/></Types>`,
    [part]: '<x/>',
  })
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docx = office(`${WORD}.main+xml`, 'word/document.xml')
const docm = office('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/document.xml')
const xlsx = office('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xl/workbook.xml')
const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })
const apk = zip({ 'AndroidManifest.xml': '\u0003', 'classes.dex': 'dex\n035' })
const jar = zip({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' })
const sources = zip({ 'макет/логотип.svg': '<svg/>' })
/** How Word 97 begins; also an office file with a password, and an installer. */
const oldOffice = hex('d0cf11e0a1b11ae1')
const lnk = hex('4c0000000114020000000000c000000000000046')
const elf = hex('7f454c46020101')
const macho = hex('cffaedfe0c00000100000000')
/** The header of a film, and in it the properties of a stream of pictures. */
const wmv = hex(
  '3026b2758e66cf11a6d900aa0062ce6c' +
    '0000000000000000' +
    '01000000' +
    '0102' +
    '9107dcb7b7a9cf118ee600c00c205365' +
    '4e00000000000000' +
    'c0ef19bc4d5bcf11a8fd00805f5c442b',
)
const eicarLike = text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$')
/** «Имя;Цена» and what follows, as Excel writes it in Russia. */
const cp1251 = Buffer.from('c8ecff3bd6e5ede00d0acbeee3eef2e8ef3b35303030300d0a', 'hex')
const page = text('<!doctype html><html><script>alert(1)</script></html>')

describe('what a file is, by its bytes', () => {
  it.each([
    ['a PDF', bytesOf(samples.pdf('')), 'Договор.pdf', 'application/pdf'],
    ['a document of Word', docx, 'Бриф.docx', WORD],
    ['a table of Excel', xlsx, 'Смета.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a text of LibreOffice', odt, 'Бриф.odt', 'application/vnd.oasis.opendocument.text'],
    ['an old document of Word', oldOffice, 'Бриф.doc', 'application/x-cfb'],
    ['a document of Word with a password', oldOffice, 'Бриф.docx', 'application/x-cfb'],
    ['a PNG', bytesOf(samples.png('')), 'макет.png', 'image/png'],
    ['a JPEG under its other name', bytesOf(samples.jpeg('')), 'фото.jpeg', 'image/jpeg'],
    ['a GIF', bytesOf(samples.gif('')), 'кнопка.gif', 'image/gif'],
    ['a WebP', bytesOf(samples.webp('')), 's.webp', 'image/webp'],
    ['an MP4', bytesOf(samples.mp4('')), 'ролик.mp4', 'video/mp4'],
    ['an MP3', bytesOf(samples.mp3('')), 'jingle.mp3', 'audio/mpeg'],
    ['a voice message', bytesOf(samples.ogg('')), 'voice.ogg', 'audio/ogg; codecs=opus'],
    ['a film of Windows', wmv, 'ролик.wmv', 'video/x-ms-asf'],
    ['an archive', sources, 'Исходники.zip', 'application/zip'],
    ['a project that is an archive inside', sources, 'Сайт.sketch', 'application/zip'],
    ['a drawing with its prolog', text('<?xml version="1.0"?><svg/>'), 'логотип.svg', 'application/xml'],
    ['a drawing without', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'логотип.svg', 'image/svg+xml'],
    ['a feed of goods under an ending of its own', text('<?xml version="1.0"?><a/>'), 'товары.yml', 'application/xml'],
    ['a page, which is no program even with a script', page, 'index.html', 'text/html'],
    ['a table as text', text('Имя;Цена\nЛоготип;50000'), 'смета.csv', 'text/csv'],
    ['a table as text in the letters of old Windows', cp1251, 'смета.csv', 'text/csv'],
    ['a text in UTF-16', Buffer.from('\ufeffпривет', 'utf16le'), 'a.txt', 'text/plain'],
    ['nothing', Buffer.alloc(0), 'пусто.txt', 'text/plain'],
    ['what nobody knows', hex('0102030405'), 'данные.xyz', 'application/octet-stream'],
    ['a picture named after a site', bytesOf(samples.png('')), 'Скриншот example.com', 'image/png'],
    ['a text named after a site', text('Правки'), 'Правки по site.com', 'text/plain'],
    ['a version that looks like an ending', bytesOf(samples.pdf('')), 'Договор v1.2', 'application/pdf'],
    ['a date that looks like an ending', bytesOf(samples.pdf('')), 'Акт от 12.05.2026', 'application/pdf'],
    ['a name without an ending', bytesOf(samples.pdf('')), 'Договор', 'application/pdf'],
    ['no name', bytesOf(samples.jpeg('')), '', 'image/jpeg'],
  ])('%s: no warning', async (_, bytes, name, mime) => {
    expect(await sniff(bytes, name)).toMatchObject({ mime, warnings: [] })
  })

  it.each([
    ['a program of Windows', bytesOf(samples.program('')), 'setup.exe', ['executable']],
    ['a library of Windows', bytesOf(samples.program('')), 'a.dll', ['executable']],
    ['a program that is called a PDF', bytesOf(samples.program('')), 'счёт.pdf', ['executable', 'type_differs']],
    ['a program without a name', bytesOf(samples.program('')), '', ['executable']],
    ['a program that is called a site', bytesOf(samples.program('')), 'site.com', ['executable']],
    ['a program of old DOS', hex('b409ba0901cd21'), 'run.com', ['executable']],
    ['a program of Linux', elf, 'программа', ['executable']],
    ['a program of macOS', macho, 'программа', ['executable']],
    ['a script of Unix that is called a text', text('#!/bin/sh\nrm -rf ~'), 'readme.txt', ['executable']],
    ['a script of Windows', text('WScript.Echo(1)'), 'счёт.js', ['executable']],
    ['a script with capital letters', text('del *'), 'СЧЁТ.BAT', ['executable']],
    ['a second ending', text('del *'), 'счёт.pdf.cmd', ['executable']],
    ['a shortcut', lnk, 'счёт.lnk', ['executable']],
    ['a shortcut that is called a PDF', lnk, 'счёт.pdf', ['executable', 'type_differs']],
    ['an app for Android', apk, 'app.apk', ['executable']],
    ['an app for Android that is called a picture', apk, 'фото.jpg', ['executable', 'type_differs']],
    ['a program of Java', jar, 'a.jar', ['executable']],
    ['macros', docm, 'Бриф.docm', ['executable']],
    ['macros that are called a plain document', docm, 'Бриф.docx', ['executable', 'type_differs']],
    ['an installer', oldOffice, 'setup.msi', ['executable']],
    ['a disk', hex('00'), 'диск.iso', ['executable']],
    ['a picture that is called a PDF', bytesOf(samples.png('')), 'счёт.pdf', ['type_differs']],
    ['a page that is called a PDF', page, 'счёт.pdf', ['type_differs']],
    ['a feed that is called a picture', text('<?xml version="1.0"?><a/>'), 'фото.jpg', ['type_differs']],
    ['an archive that is called a film', sources, 'ролик.mp4', ['type_differs']],
  ])('%s: %j', async (_, bytes, name, warnings) => {
    expect((await sniff(bytes, name)).warnings).toEqual(warnings)
  })

  it('takes a text that begins a program of old DOS for a text where its name is a site', async () => {
    expect((await sniff(eicarLike, 'eicar.com')).warnings).toEqual([])
  })

  it('finds the usual ending of what has no name', async () => {
    expect((await sniff(bytesOf(samples.jpeg('')), '')).ending).toBe('jpg')
    expect((await sniff(text('слова'), '')).ending).toBeUndefined()
  })

  it('needs no more than the beginning: a large document is what a small one is', async () => {
    const large = zip({
      '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>`,
      'word/document.xml': 'x'.repeat(100_000),
    })
    expect(await sniff(large.subarray(0, BEGINNING_BYTES), 'Бриф.docx')).toMatchObject({ mime: WORD, warnings: [] })
  })
})
