/** Calendars as they are published. */
export type Event = Readonly<Record<string, string>>

/** `VEVENT`s by their lines: `{ 'DTSTART;TZID=Europe/Moscow': '20261120T100000' }`. A key may end in ` #2` to come twice. */
export function calendar(events: readonly Event[], more = ''): string {
  const lines = events.flatMap((event) => [
    'BEGIN:VEVENT',
    ...Object.entries({ UID: 'u-1', DTSTAMP: '20261101T000000Z', ...event }).map(
      ([name, value]) => `${name.replace(/ #\d+$/, '')}:${value}`,
    ),
    'END:VEVENT',
  ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//EN',
    ...(more ? [more] : []),
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

export const ANNA_AND_IVAN: Event = {
  'ORGANIZER;CN=Anna': 'mailto:anna@agency.example',
  'ATTENDEE;PARTSTAT=ACCEPTED': 'mailto:anna@agency.example',
  'ATTENDEE;CN=Ivan;PARTSTAT=ACCEPTED': 'mailto:ivan@parts.example',
}

/** Friday, 10:00 to 10:30 in Moscow. */
export const MEETING: Event = {
  ...ANNA_AND_IVAN,
  DTSTART: '20261120T070000Z',
  DTEND: '20261120T073000Z',
  SUMMARY: 'Отчёт за ноябрь',
}
