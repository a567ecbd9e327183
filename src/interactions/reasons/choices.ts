import type { Locale } from '../../core/ids.ts'
import { CHOOSABLE, reasonName } from '../../core/reasons.ts'
import type { Tx } from '../../db/client.ts'

/** What can be chosen, by name: the common ones, then the agency's own. */
export async function choicesIn(tx: Tx, locale: Locale): Promise<{ readonly key: string; readonly name: string }[]> {
  const own = await tx.agencyReason.findMany({ where: { active: true }, orderBy: { key: 'asc' } })
  return [
    ...CHOOSABLE.map((key) => ({ key, name: reasonName(locale, key) })),
    ...own.map(({ key, nameRu, nameEn }) => ({ key, name: locale === 'ru' ? nameRu : nameEn })),
  ]
}
