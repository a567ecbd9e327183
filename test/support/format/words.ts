/** Text of the kinds that trip converters up. */
import fc from 'fast-check'

/** Documents a property is tried with. */
export const RUNS = { numRuns: 10_000 } as const

export const hostileWord: fc.Arbitrary<string> = fc.constantFrom(
  'слово',
  'a',
  'Да!',
  '5',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇷🇺🇺🇸',
  '1️⃣',
  'é',
  'ñ̃̃̃',
  '\u0301',
  'שלום',
  '\u202eобратно\u202c',
  'مرحبا',
  'ไทย',
  '漢字。',
  '\u200b',
  '\u200d',
  '\u2060x',
  '\ufeff',
  '<b>жирно</b>',
  '<',
  '&',
  '&amp;',
  '&lt;!here&gt;',
  '*_~`',
  '*жирно*',
  '```',
  '`код`',
  '<!here>',
  '<!channel|x>',
  '<@U1>',
  '<#C1|seo>',
  '<https://e.com|x>',
  '@here',
  '@durov',
  ':+1:',
  '||скрыто||',
  '> цитата',
  '• пункт',
  '[x](tg://user?id=1)',
  '/start',
  '#тег',
)

/** An emoji as one person sees it. */
export const sign: fc.Arbitrary<string> = fc.constantFrom('🔥', '👍🏽', '👨‍👩‍👧', '🇷🇺', '❤️')

/** Addresses that may be links on both sides. */
export const pages = ['https://e.com/?a=1&b="2"', 'http://пример.рф/путь', 'https://e.com/<x>|y'] as const
/** Addresses that may be a link nowhere but where they came from. */
export const traps = [
  'javascript:alert(1)',
  'slack://channel?id=C1',
  'tg://user?id=5',
  'data:text/html,x',
  '!here',
  '@U1',
]
