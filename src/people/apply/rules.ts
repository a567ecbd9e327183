import { canonical } from '../../core/hash.ts'
import type { Tx } from '../../db/client.ts'
import { rulesInForce } from '../rules.ts'
import type { FileRule } from './file/schema.ts'

/** Makes the rules those of the file. */
export async function applyRules(tx: Tx, rules: readonly FileRule[]): Promise<void> {
  if (canonical(await rulesInForce(tx)) === canonical(rules)) return
  for (const [position, rule] of rules.entries()) {
    const project =
      rule.client === undefined || rule.project === undefined
        ? null
        : await tx.project.findFirstOrThrow({ where: { key: rule.project, client: { key: rule.client } } })
    const client = rule.client === undefined ? null : await tx.client.findUniqueOrThrow({ where: { key: rule.client } })
    const data = {
      position,
      scope: project ? ('project' as const) : client ? ('client' as const) : ('agency' as const),
      clientId: client?.id ?? null,
      projectId: project?.id ?? null,
      conditions: rule.when,
      action: rule.do,
      active: true,
    }
    await tx.rule.upsert({ where: { key: rule.key }, create: { key: rule.key, ...data }, update: data })
  }
  await tx.rule.updateMany({ where: { key: { notIn: rules.map(({ key }) => key) } }, data: { active: false } })
}

/**
 * Rules, or the people and clients that they ask about, have changed: everything that waits is held against them anew, and
 * until it has been nothing of it is approved by itself.
 */
export async function askRulesAnew(tx: Tx): Promise<void> {
  await tx.relay.updateMany({
    where: { status: { in: ['gathering', 'waiting'] } },
    data: { ruledRevision: null, autoAt: null },
  })
}
