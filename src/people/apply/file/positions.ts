import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'

/** Where a problem stands: at the value of a path, or at the key of its last step. */
export type Spot = { readonly path: readonly PropertyKey[]; readonly at: 'key' | 'value' }

/** How far into the text the spot is. What is not there (a missing key) is where the nearest thing around it begins. */
export function offsetOf(document: Document, spot: Spot): number {
  let node = resolved(document, document.contents)
  let offset = node?.range?.[0] ?? 0
  for (const [index, step] of spot.path.entries()) {
    const wantsKey = spot.at === 'key' && index === spot.path.length - 1
    const { key, value } = stepInto(node, step)
    const there = wantsKey ? (key ?? value) : (value ?? key)
    if (there?.range) offset = there.range[0]
    node = resolved(document, value)
    if (node === undefined) break
  }
  return offset
}

function stepInto(node: Node | undefined, step: PropertyKey): { key?: Node | undefined; value?: Node | undefined } {
  if (isSeq<Node>(node)) return { value: node.items[Number(step)] }
  if (!isMap<Node, Node | null>(node)) return {}
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return { key: pair?.key, value: pair?.value ?? undefined }
}

function resolved(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return resolved(document, node.resolve(document))
  return isMap(node) || isSeq(node) || isScalar(node) ? (node as Node) : undefined
}
