import { type Rule, ruleActionSchema, ruleWhenSchema } from '../core/rule.ts'
import type { Tx } from '../db/client.ts'

/** The rules of the approval queue that are in force, by the keys of what they are about, in their order. */
export async function rulesInForce(tx: Tx): Promise<Rule[]> {
  const rows = await tx.rule.findMany({
    where: { active: true },
    orderBy: { position: 'asc' },
    include: { client: { select: { key: true } }, project: { select: { key: true } } },
  })
  return rows.map((row) => ({
    key: row.key,
    client: row.client?.key,
    project: row.project?.key,
    when: ruleWhenSchema.parse(row.conditions),
    do: ruleActionSchema.parse(row.action),
  }))
}
