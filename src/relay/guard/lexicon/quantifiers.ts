/** Words for how much of the whole. */
import { phrases } from './phrases.ts'

const RU = {
  all: 'все всех всем всеми весь всю каждый каждая каждое каждую каждого каждой каждому любой любая любые любого',
  most: 'большинство большинства большинстве большая_часть большую_часть основная_часть',
  part: 'часть части частью частично некоторые некоторых некоторым некоторое отчасти',
}
const EN = {
  all: 'all every each everything everyone everybody any',
  most: 'most majority',
  part: 'some part partly partially parts portion',
}

export const QUANTIFIERS = phrases(EN, RU)
