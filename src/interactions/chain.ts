import { digest } from '../core/hash.ts'
import type { Tx } from '../db/client.ts'

/**
 * Interactions and activities of one client form one chain: each row carries the hash of the row before it, so a row that
 * was changed, added or taken out behind our back shows when the chain is walked.
 */
export type Link = { readonly chainSeq: number; readonly prevHash: string; readonly hash: string }

/** The hash of an entry: over everything it says and the hash before it. */
export function linkHash(prevHash: string, entry: Record<string, unknown>): string {
  return digest({ prevHash, entry })
}

/**
 * Takes the client of a request for this transaction, before it touches anything else of the client's: whoever writes the
 * chain takes the client first, and so two that want the same rows never wait for each other in a ring.
 */
export async function lockClientOf(tx: Tx, requestId: string): Promise<void> {
  await tx.$queryRaw`
    select id from "Client" where id = (select "clientId" from "Request" where id = ${requestId}::uuid) for update`
}

/** The end of a client's chain, and who answers for the client. */
export type Head = { readonly chainHead: string; readonly chainLength: number; readonly managerId: string | null }

/**
 * Locks the client's row until the transaction ends: entries of one client are written one after another, so what has a
 * lower number in a chain is there for whoever sees a higher one.
 */
export async function lockChain(tx: Tx, clientId: string): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>`
    select "chainHead", "chainLength", "managerId" from "Client" where id = ${clientId}::uuid for update`
  if (!head) throw new Error(`no client ${clientId}`)
  return head
}

/** Takes the next place in a client's chain for `entry`. The caller inserts the row with what this returns. */
export async function nextLink(tx: Tx, clientId: string, entry: Record<string, unknown>): Promise<Link> {
  return append(tx, clientId, await lockChain(tx, clientId), entry)
}

/** Adds `entry` at the end that `lockChain` gave in this transaction. */
export async function append(tx: Tx, clientId: string, head: Head, entry: Record<string, unknown>): Promise<Link> {
  const link = { chainSeq: head.chainLength + 1, prevHash: head.chainHead, hash: linkHash(head.chainHead, entry) }
  await tx.$executeRaw`
    update "Client" set "chainHead" = ${link.hash}, "chainLength" = ${link.chainSeq} where id = ${clientId}::uuid`
  return link
}
