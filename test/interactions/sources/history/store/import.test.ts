import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Asked, importHistory } from '../../../../../src/interactions/sources/history/import.ts'
import { hasDatabase, testDatabase } from '../../../../support/database.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** "Дата;Клиент" and so on in windows-1251, as spreadsheets here write it. */
const toWindows1251 = (text: string) =>
  Buffer.from(
    [...text].map((char) => {
      const code = char.codePointAt(0) ?? 0
      if (char === 'ё') return 0xb8
      if (code < 0x80) return code
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f
    }),
  )

async function agency() {
  const database = await testDatabase()
  const { prisma } = database
  await prisma.agency.create({ data: { id: 1, name: 'A', timeZone: 'Europe/Moscow' } })
  const parts = await prisma.client.create({ data: { key: 'parts', name: 'Автозапчасти' } })
  const nordic = await prisma.client.create({ data: { key: 'nordic', name: 'Nordic Trade' } })
  const ivan = await prisma.contact.create({
    data: { clientId: parts.id, name: 'Иван Петров', points: { create: { kind: 'phone', value: '+79123456789' } } },
  })
  const anna = await prisma.staff.create({ data: { key: 'anna', name: 'Анна', role: 'manager' } })
  const folder = mkdtempSync(join(tmpdir(), 'liaison-import-'))
  folders.push(folder)
  const file = join(folder, 'history.csv')
  const take = (content: string | Buffer, asked: Partial<Asked> = {}) => {
    writeFileSync(file, content)
    return importHistory(database, { file, map: [], channel: undefined, locale: 'en', mode: 'log', ...asked }, NOW)
  }
  const logged = () => prisma.interaction.findMany({ orderBy: { at: 'asc' } })
  return { prisma, parts, nordic, ivan, anna, take, logged }
}

const HISTORY = `Дата;Клиент;Контакт;Канал;Менеджер;Длительность, мин;Причина;Комментарий
20.11.2026 14:30;Автозапчасти;Иван Петров;Входящий звонок;Анна;5;question;Спросил про отчёт
19.11.2026;parts;;Письмо;Кто-то;;;"Отправили
""счёт"""
18.11.2026 10:00;Nordic Trade;;Встреча;;;;
`

describe.runIf(hasDatabase)('a history in a file', () => {
  it('names reasons by their keys, and as people call them in either language', async () => {
    const { prisma, take, logged } = await agency()
    await prisma.agencyReason.create({
      data: { key: 'audit', parent: 'request', nameRu: 'Аудит', nameEn: 'Site audit' },
    })
    const written = ['complaint', 'Жалоба', 'Счета и оплата', 'thanks, understood', 'аудит', 'SITE AUDIT']
    const lines = written.map((reason, i) => `1${i}.11.2026;parts;Звонок;"${reason}"`)
    expect(await take(['Дата;Клиент;Канал;Причина', ...lines].join('\n'))).toMatchObject({ ok: true })
    const expected = ['complaint', 'complaint', 'invoice', 'ack', 'audit', 'audit']
    expect((await logged()).map(({ reason }) => reason)).toEqual(expected)
    const { output, ok } = await take('Дата;Клиент;Канал;Причина\n20.11.2026;parts;Звонок;Погода', { mode: 'show' })
    expect(ok).toBe(false)
    expect(output).toMatch(/complaint \(.*жалоба.*audit \(Аудит/)
  })

  it('is logged, each line at its own time, and only once', async () => {
    const { parts, nordic, ivan, anna, take, logged } = await agency()
    const { output, ok } = await take(HISTORY)
    expect(ok).toBe(true)
    expect(output).toContain('3 contacts logged.')
    expect(output).toContain('In 1 line nobody of us is known')
    expect(await logged()).toMatchObject([
      { clientId: nordic.id, channel: 'in_person', direction: 'out', at: new Date('2026-11-18T07:00:00Z') },
      { clientId: parts.id, channel: 'email', text: 'Отправили\n"счёт"', at: new Date('2026-11-19T09:00:00Z') },
      {
        clientId: parts.id,
        contactId: ivan.id,
        staffId: anna.id,
        channel: 'phone',
        direction: 'in',
        reason: 'question',
        durationSeconds: 300,
        text: 'Спросил про отчёт',
        kind: 'contact',
      },
    ])
    expect((await take(HISTORY)).output).toContain('0 contacts logged; 3 were there already.')
    expect((await take(`${HISTORY}18.11.2026 10:00;Nordic Trade;;Встреча;;;;\n`)).output).toContain(
      '0 contacts logged; 4',
    )
    expect(await logged()).toHaveLength(3)
  })

  it('shows what would happen, and writes nothing', async () => {
    const { take, logged } = await agency()
    const { output } = await take(HISTORY, { mode: 'show' })
    expect(output).toContain('3 contacts would be logged.')
    expect(output).toContain('Columns: date = Дата, client = Клиент, contact = Контакт, channel = Канал')
    expect(output).toContain('2026-11-20 14:30 · phone · in · 300 s · Спросил про отчёт')
    expect(output).toContain('Nothing was written.')
    expect(await logged()).toEqual([])
  })

  it('comes in every encoding and with every delimiter of these parts', async () => {
    const { take, logged } = await agency()
    const tabs = HISTORY.replaceAll(';', '\t')
    for (const content of [
      `\ufeff${HISTORY}`,
      toWindows1251(HISTORY),
      Buffer.from(`\ufeff${tabs}`, 'utf16le'),
      tabs.replaceAll('\n', '\r\n'),
    ]) {
      const { output } = await take(content)
      expect(output).toMatch(/3 contacts logged\.|0 contacts logged; 3/)
      expect(await logged()).toHaveLength(3)
    }
  })

  it('says of each line that is wrong where and what to do, and takes the others', async () => {
    const { take, logged } = await agency()
    const { output, ok } = await take(
      [
        'Дата;Клиент;Телефон;Канал;Направление;Длительность;Причина',
        ';Автозапчасти;;Звонок;;;',
        '20.13.2026;Автозапчасти;;Звонок;;;',
        '24.11.2026;Автозапчасти;;Звонок;;;',
        '20.11.2026;Автозапчасть;;Голубь;;;',
        '20.11.2026;;;Звонок;туда;долго;complaint_resolved',
        '20.11.2026;Автозапчасти;12;Звонок;;;',
        '20.11.2026 10:00;Автозапчасти;;Звонок;;;',
      ].join('\n'),
    )
    expect(ok).toBe(false)
    for (const line of [
      'line 2, Дата: there is no date.',
      'line 3, Дата: "20.13.2026" is no date. Write 20.11.2026 14:30',
      'line 4, Дата: 24.11.2026 is in the future.',
      'line 5, Клиент: there is no client "Автозапчасть". Did you mean "Автозапчасти"?',
      'line 5, Канал: "Голубь" is no channel',
      'line 6, Клиент: there is no client, no phone and no e-mail.',
      'line 6, Направление: "туда" is no direction.',
      'line 6, Длительность: "долго" is no duration.',
      'line 6, Причина: "complaint_resolved" is no reason. Known: question (вопрос / question),',
      'line 7, Телефон: "12" is no phone number.',
      '6 lines are wrong',
      '1 contact logged.',
    ])
      expect(output).toContain(line)
    expect(await logged()).toHaveLength(1)
  })

  it('of calls finds whose they are by their numbers, and keeps those that are nobody’s', async () => {
    const { prisma, ivan, take, logged } = await agency()
    const calls = 'Номер;Дата;Пропущен\n8 912 345-67-89;20.11.2026 10:00;да\n+7 916 555 00 00;20.11.2026 11:00;нет\n'
    const { output } = await take(calls, { channel: 'phone' })
    expect(output).toContain('1 contact logged; 1 waits until somebody says whose')
    expect(await logged()).toMatchObject([{ contactId: ivan.id, channel: 'phone', missed: true }])
    await take(calls, { channel: 'phone' })
    expect(await prisma.unmatchedContact.count()).toBe(1)
    expect(await logged()).toHaveLength(1)
  })

  it('shows of calls by their numbers what would become of them, before and after', async () => {
    const { prisma, take, logged } = await agency()
    const calls = 'Номер;Дата\n8 912 345-67-89;20.11.2026 10:00\n+7 916 555 00 00;20.11.2026 11:00\n'
    const show = async () => (await take(calls, { channel: 'phone', mode: 'show' })).output
    expect(await show()).toContain('1 contact would be logged; 1 waits until somebody says whose')
    expect([await logged(), await prisma.unmatchedContact.count()]).toEqual([[], 0])
    await take(calls, { channel: 'phone' })
    expect(await show()).toContain('0 contacts would be logged; 1 was there already')
  })

  it('with ids of its own may change its words without being logged twice', async () => {
    const { take, logged } = await agency()
    const line = (text: string) => `ID;Дата;Клиент;Канал;Текст\n7;20.11.2026;parts;Звонок;${text}\n`
    await take(line('Было'))
    expect((await take(line('Стало'))).output).toContain('1 was there already')
    expect(await logged()).toMatchObject([{ text: 'Было' }])
  })

  it('that cannot be understood as a whole is refused before anything is written', async () => {
    const { take, logged } = await agency()
    await expect(take('')).rejects.toThrow('has no lines')
    await expect(take(HISTORY, { file: '/nowhere/x.csv' })).rejects.toThrow('ENOENT')
    await expect(take('Имя;Город\nа;б\n')).rejects.toThrow('no column looks like the date')
    await expect(take(HISTORY, { channel: 'pigeon' })).rejects.toThrow('"pigeon" is none of')
    expect(await logged()).toEqual([])
  })

  it('of any length is read piece by piece, and what is there from a run that broke off stays once', async () => {
    const { take, logged, prisma } = await agency()
    const row = (n: number) =>
      `${String((n % 28) + 1).padStart(2, '0')}.10.2026 10:${String(n % 60).padStart(2, '0')};${n % 2 ? 'parts' : 'nordic'};Звонок;№ ${n}`
    const rows = Array.from({ length: 450 }, (_, n) => row(n))
    const whole = (lines: readonly string[]) => ['Дата;Клиент;Канал;Текст', ...lines].join('\n')
    await take(whole(rows.slice(0, 250)))
    expect((await take(whole(rows))).output).toContain('200 contacts logged; 250 were there already.')
    expect(await logged()).toHaveLength(450)
    expect(await prisma.client.findMany({ select: { chainLength: true } })).toEqual([
      { chainLength: 225 },
      { chainLength: 225 },
    ])
  })
})
