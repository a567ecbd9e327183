/** Whose figures are asked for, and by what they are divided. */
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Division, Scope } from './asked.ts'
import { say } from './text.ts'

const { sql, empty } = Prisma

/** Throws InputError that lists what there is. */
export async function mustExist(tx: Tx, { manager, team, tier }: Scope, locale: Locale): Promise<void> {
  const lists = [
    {
      kind: 'manager',
      given: manager,
      known: () => keysOf(tx.staff.findMany({ where: { active: true, ...answering }, orderBy: { key: 'asc' } })),
    },
    { kind: 'team', given: team, known: () => keysOf(tx.department.findMany({ orderBy: { key: 'asc' } })) },
    {
      kind: 'tier',
      given: tier,
      known: async () => (await tx.client.groupBy({ by: ['tier'], orderBy: { tier: 'asc' } })).map((row) => row.tier),
    },
  ]
  for (const { kind, given, known } of lists) {
    if (given === undefined) continue
    const all = await known()
    const isThere = all.includes(given) || (kind === 'manager' && (await hasAnswered(tx, given)))
    if (!isThere) throw new InputError(say(locale, 'unknown', { kind, given, known: all.join(', ') || '—' }))
  }
}

/** Those who may answer for clients. */
const answering = { role: { in: ['manager', 'lead', 'admin'] } } satisfies Prisma.StaffWhereInput

/** Whoever does so no more still has the figures of when they did. */
async function hasAnswered(tx: Tx, key: string): Promise<boolean> {
  const once = { OR: [answering, { managed: { some: {} } }, { managedContacts: { some: {} } }] }
  return (await tx.staff.count({ where: { key, ...once } })) > 0
}

async function keysOf(rows: Promise<readonly { readonly key: string }[]>): Promise<string[]> {
  return (await rows).map((row) => row.key)
}

/** Empty: nobody's. Somebody in two departments counts in both. */
const SECTIONS: Record<Division, Prisma.Sql> = {
  none: sql`''`,
  manager: sql`coalesce(m.key, '')`,
  team: sql`coalesce(g.key, '')`,
  tier: sql`c.tier`,
}

/** The rows of a relation that are asked for, each with the keys of its client and of who answered for it, and its section. */
export function scoped(relation: Prisma.Sql, { manager, team, tier, by }: Omit<Scope, 'period'>): Prisma.Sql {
  const teams = sql`left join "DepartmentMember" t on t."staffId" = m.id left join "Department" g on g.id = t."departmentId"`
  return sql`
    select r.*, c.key as client_key, m.key as manager_key, ${SECTIONS[by]} as section
    from (${relation}) r join "Client" c on c.id = r.client left join "Staff" m on m.id = coalesce(r.manager, c."managerId")
      ${team === undefined && by !== 'team' ? empty : teams}
    where true ${manager === undefined ? empty : sql`and m.key = ${manager}`}
      ${tier === undefined ? empty : sql`and c.tier = ${tier}`} ${team === undefined ? empty : sql`and g.key = ${team}`}`
}
