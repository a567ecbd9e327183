import type { CannedList } from '../../core/flow.ts'
import type { Locale } from '../../core/ids.ts'
import type { Canned, RefusalReason, Tone } from '../../core/template.ts'
import type { Database, Tx } from '../../db/client.ts'
import { literally } from '../../db/literally.ts'
import type { Prisma, Template } from '../../generated/prisma/client.ts'
import { STARTING_SET } from './starting-set.ts'

/** An agency that has no templates begins with some. One that has taken them all away keeps none: they are still rows. */
export async function seedTemplates(database: Database): Promise<void> {
  if ((await database.prisma.template.count()) > 0) return
  await database.prisma.template.createMany({ skipDuplicates: true, data: STARTING_SET })
}

/** The ways of saying no for this reason, in this language; of one tone, the most used first. */
export function refusalsFor(
  tx: Tx,
  wanted: { readonly reason: RefusalReason; readonly tone: Tone; readonly locale: Locale },
): Promise<Template[]> {
  return tx.template.findMany({
    where: { kind: 'refusal', active: true, ...wanted },
    orderBy: [{ usedCount: 'desc' }, { key: 'asc' }],
    take: MOST,
  })
}

/** As many as a choice of Slack's takes. */
const MOST = 100
/** More are no search. */
const MOST_WORDS = 20

/** Answers that have all of these words, in either language: those in the reader's first, the most used first. */
export async function cannedFor(tx: Tx, reader: Locale, wanted = ''): Promise<Omit<CannedList, 'locale'>> {
  const words = wanted.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const where = { kind: 'canned', active: true, AND: words.map(holding) } satisfies Prisma.TemplateWhereInput
  const most = (locale: Locale | { not: Locale }, take: number) =>
    tx.template.findMany({
      where: { ...where, locale },
      orderBy: [{ usedCount: 'desc' }, { title: 'asc' }],
      take,
    })
  const own = await most(reader, MOST)
  const canned = [...own, ...(await most({ not: reader }, MOST - own.length))]
  const found = canned.length < MOST ? canned.length : await tx.template.count({ where })
  const isAny = found > 0 || (await tx.template.count({ where: { kind: 'canned', active: true } })) > 0
  return { canned, found, isAny }
}

function holding(word: string): Prisma.TemplateWhereInput {
  const has = { contains: literally(word), mode: 'insensitive' as const }
  return { OR: [{ title: has }, { body: has }] }
}

export async function cannedById(tx: Tx, id: string): Promise<Template | undefined> {
  const found = await tx.template.findUnique({ where: { id } })
  return found?.kind === 'canned' && found.active ? found : undefined
}

export async function countUse(tx: Tx, id: string): Promise<void> {
  await tx.template.updateMany({ where: { id }, data: { usedCount: { increment: 1 } } })
}

/** Keeps an answer: a new one, or in place of the one with this id. */
export async function saveCanned(
  tx: Tx,
  given: Pick<Canned, 'locale' | 'title' | 'body'> & { readonly id?: string | undefined },
): Promise<void> {
  const { id, ...data } = given
  if (id !== undefined) {
    await tx.template.updateMany({ where: { id, kind: 'canned' }, data: { ...data, active: true } })
    return
  }
  await tx.template.create({ data: { ...data, kind: 'canned', key: `canned-${crypto.randomUUID().slice(0, 8)}` } })
}

/** It is offered no more; what was said with it stays. */
export async function retireCanned(tx: Tx, id: string): Promise<void> {
  await tx.template.updateMany({ where: { id, kind: 'canned' }, data: { active: false } })
}
