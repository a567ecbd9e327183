import type { Rendered } from './to-entities.ts'
export function split(rendered: Rendered, limits: { first: number; rest: number; entities: number }): Rendered[] {
  void limits
  return rendered.text === '' ? [] : [rendered]
}
