/** More than the program has queries; lists of many lengths would have no end, and a connection forgets none of them. */
const MOST = 1_000
/** What PostgreSQL calls a statement that is not kept. */
const UNNAMED = ''

/**
 * Names for the statements of one database, the same for the same text: the server then reads and plans each once for a
 * connection, where most of the time of a query with many joins goes. Without a name a statement is read each time.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST) return UNNAMED
    const name = `liaison_${names.size}`
    names.set(sql, name)
    return name
  }
}
