import type { Tx } from '../../db/client.ts'
import type { AgencyFile, FileTemplate } from './file/schema.ts'

/** Templates as the file has them; a file that is silent about them leaves them alone, what it leaves out is retired. */
export async function applyTemplates(tx: Tx, templates: AgencyFile['templates']): Promise<void> {
  if (templates === undefined) return
  await tx.template.updateMany({ data: { active: false } })
  for (const { key, locale, tone, reason, ...more } of templates) {
    const data = { ...more, tone: tone ?? null, reason: reason ?? null, active: true }
    await tx.template.upsert({
      where: { key_locale: { key, locale } },
      create: { key, locale, ...data },
      update: data,
    })
  }
}

/** Undefined: nobody has made any yet. */
export async function templatesOf(tx: Tx): Promise<FileTemplate[] | undefined> {
  const rows = await tx.template.findMany({ orderBy: [{ key: 'asc' }, { locale: 'asc' }] })
  if (rows.length === 0) return undefined
  return rows
    .filter(({ active }) => active)
    .map(({ key, kind, locale, title, body, tone, reason }) => ({
      ...{ key, kind, locale, title, body },
      tone: tone ?? undefined,
      reason: reason ?? undefined,
    }))
}
