/** The header `Authentication-Results` (RFC 8601, 2.2), read. */

export type AuthResults = {
  /** The name of the server that says so, in lower case. */
  readonly server: string
  readonly found: readonly Result[]
}

export type Result = {
  /** `dkim`, `spf`, `dmarc`, `auth` ..., in lower case. */
  readonly method: string
  /** `pass`, `fail`, `none` ..., in lower case. */
  readonly result: string
  /** A property, such as `header.d`. */
  readonly said: (property: string) => string | undefined
}

/** A header is as long as whoever writes the letter wishes. */
const LONGEST = 10_000

/** Undefined: it names no server, or is longer than any. What cannot be read of it is left out. */
export function readAuthResults(header: string): AuthResults | undefined {
  if (header.length > LONGEST) return undefined
  const [head = [], ...rest] = statementsIn(header)
  const [server] = head
  if (server === undefined || server === '=') return undefined
  return { server: server.toLowerCase(), found: rest.flatMap(resultIn) }
}

/** `method[/version] = result`, then `property = value` as often as there is something to say. */
function resultIn(words: readonly string[]): Result[] {
  const said = new Map<string, string>()
  for (let i = 0; i + 2 < words.length; ) {
    const [name = '', equals, value = ''] = words.slice(i, i + 3)
    if (equals !== '=') i++
    else {
      // Said twice, it is what was said first.
      if (!said.has(name.toLowerCase())) said.set(name.toLowerCase(), value)
      i += 3
    }
  }
  const [first] = said
  if (!first) return []
  const [method, result] = first
  return [
    {
      method: method.replace(/\/\d+$/, ''),
      result: result.toLowerCase(),
      said: (property) => said.get(property),
    },
  ]
}

/** The words of each statement, `=` as a word of its own; comments, which may hold comments, are none. */
function statementsIn(header: string): string[][] {
  const statements: string[][] = [[]]
  const word = /"((?:[^"\\]|\\.)*)"|\\.|[();=]|[^\s"\\();=]+/gs
  let depth = 0
  for (const [token, quoted] of header.matchAll(word)) {
    if (quoted === undefined && token === '(') depth++
    else if (quoted === undefined && token === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (quoted === undefined && token === ';') statements.push([])
    else statements.at(-1)?.push(quoted === undefined ? token : quoted.replace(/\\(.)/gs, '$1'))
  }
  return statements
}
