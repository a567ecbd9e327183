import { describe, expect, it } from 'vitest'
import { unquoted, visible } from '../../../../src/interactions/sources/mail/visible.ts'

const OUTLOOK = `<div>Ок</div><hr><div id="divRplyFwdMsg"><b>From:</b> Anna<br><b>Sent:</b> Friday<br><b>To:</b> Ivan<br>
  <b>Subject:</b> Report</div><div>Было</div>`

describe('what somebody wrote in a letter', () => {
  it.each([
    ['On Fri, 20 Nov 2026 at 10:00, Anna <anna@agency.example> wrote:', '> Было'],
    ['On Fri, 20 Nov 2026 at 10:00, Anna\n<anna@agency.example> wrote:', '> Было'],
    ['пт, 20 нояб. 2026 г. в 10:00, Анна <anna@agency.example>:', '> Было'],
    ['20 ноября 2026 г., в 10:00, Анна <anna@agency.example> написал(а):', '> Было'],
    ['Пятница, 20 ноября 2026, 10:00 +03:00 от Анна <anna@agency.example> пишет:', 'Было, без знаков'],
    ['-----Original Message-----', 'From: Anna\nБыло'],
    ['-------- Пересылаемое сообщение --------', '20.11.2026, 10:00, Анна:\nБыло'],
    ['From: Anna <anna@agency.example>\nSent: Friday\nTo: Ivan\nSubject: Report', 'Было'],
    ['От: Анна <anna@agency.example>\nОтправлено: 20 ноября 2026 г.\nКому: Иван\nТема: Отчёт', 'Было'],
    ['*From:* Anna <anna@agency.example>\n*Sent:* Friday\n*To:* Ivan', 'Было'],
    ['--', 'Иван, директор'],
    ['-- ', 'Иван, директор'],
    ['Отправлено с iPhone', ''],
    ['Sent from my Galaxy', ''],
  ])('ends before %j', (introduction, quote) => {
    expect(unquoted(`Согласен.\r\n\r\nЖду счёт.\r\n\r\n${introduction}\r\n${quote}`)).toBe('Согласен.\n\nЖду счёт.')
  })

  it('may stand below or between what it answers', () => {
    const introduction = 'On Fri, 20 Nov 2026 at 10:00, Anna <anna@agency.example> wrote:'
    expect(unquoted(`${introduction}\n\n> Одобряете?\n\nДа.`)).toBe('Да.')
    expect(unquoted('> Одобряете?\nДа.\n> Когда?\nЗавтра.')).toBe('Да.\nЗавтра.')
  })

  it('is not cut where somebody only speaks of letters', () => {
    for (const text of [
      'Кому: передать не знаю.',
      'Вчера он писал: всё готово.',
      'Как она пишет:\nвсё хорошо',
      'From: what I see, it works.',
      'В 2025 мы были на выставке.\nОн писал:',
    ])
      expect(unquoted(text)).toBe(text)
  })

  it('is text, whatever a page holds', () => {
    const html = `<html><head><title>T</title><style>p{}</style></head><body><p>Да, <b>согласен</b> &amp; жду</p>
      <script>alert(1)</script><img src="https://evil.example/p.png" alt="x"><a href="https://evil.example">ссылка</a>
      <div class="gmail_quote"><div>On … wrote:</div><blockquote>Было</blockquote></div></body></html>`
    expect(visible(undefined, html)).toBe('Да, согласен & жду\n\nссылка')
    expect(visible('  \n', '<p>Из страницы</p>')).toBe('Из страницы')
    expect(visible('Из текста', '<p>Из страницы</p>')).toBe('Из текста')
    expect(visible(undefined, undefined)).toBe('')
    expect(visible(undefined, OUTLOOK)).toBe('Ок')
  })

  it.each([
    ['addresses that never end', `abcd ${'<a@'.repeat(3_000)}`],
    ['one address that never ends', `abcd<${'a@'.repeat(50_000)}`],
    ['answers without end', 'On 20 Nov, 10:00, Anna wrote:\n> Было\n'.repeat(50_000)],
  ])('is found in time in %s', (_, text) => {
    const started = performance.now()
    unquoted(text)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each(['<b>', '<div></p>', '<ul><li>', '<font><a>'])(
    'is found in time in a page of %s that nothing closes',
    (tags) => {
      const before = process.cpuUsage()
      expect(visible(undefined, `<p>Слово</p>${tags.repeat(300_000)}`)).toMatch(/^Слово/)
      expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
    },
  )

  it('is found in time, however deep and long a page is', () => {
    const started = performance.now()
    visible(undefined, `${'<div>'.repeat(50_000)}x`)
    visible(undefined, '<p>слово</p>'.repeat(200_000))
    unquoted(`${'On 2026 '.repeat(20_000)}\n${'> '.repeat(50_000)}\n${'пишет: '.repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
