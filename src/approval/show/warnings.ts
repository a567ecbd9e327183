import type { Card } from '../../core/card.ts'
import { filesIn, type RichText, toStated } from '../../core/rich-text.ts'
import type { Staff, Voice } from '../../generated/prisma/client.ts'
import { tokensIn } from '../../relay/mask/list.ts'
import { nameFinder, wordsOf } from '../../relay/mask/names.ts'
import { firstName } from '../decide/leaving.ts'

/** What a client must not read and what nobody can: the name of a blind contractor, a token that stands for nothing. */
export function warningsIn(
  body: RichText,
  blind: readonly Pick<Staff, 'name'>[],
  voice: Voice,
): NonNullable<Card['warnings']> {
  if (blind.length === 0) return []
  const text = [toStated(body), ...filesIn(body).map(({ name }) => name)].join('\n')
  const names = blind.flatMap(({ name }) => namesFoundIn(text, voice === 'first_name' ? withoutFirst(name) : name))
  const tokens = tokensIn(text).map(({ start, end }) => text.slice(start, end))
  return [
    ...[...new Set(names)].map((word) => ({ kind: 'contractor_named' as const, word })),
    ...[...new Set(tokens)].map((word) => ({ kind: 'token_unknown' as const, word })),
  ]
}

function namesFoundIn(text: string, name: string): string[] {
  if (wordsOf(name).length === 0) return []
  const find = nameFinder([{ kind: 'contact', number: 1, word: name, spelled: [name] }])
  return find(text).map(({ start, end }) => text.slice(start, end))
}

/** By their first name the client knows them. */
function withoutFirst(name: string): string {
  return name.trim().slice(firstName(name).length)
}
