/** What a contact card says besides the name (https://datatracker.ietf.org/doc/html/rfc6350), for people to read. */

const READ = /^(?:[\w-]+\.)?(ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|NOTE|BDAY)(?:;[^:]*)?:(.*)$/i

/** A line each; without those that say only what is `known` already. */
export function linesOfCard(vcard: string, known: string): string[] {
  // A line that begins with white space goes on the one before.
  const lines = vcard.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
  return lines.flatMap((line) => {
    const [, kind = '', value = ''] = READ.exec(line) ?? []
    const said = readable(value)
    const isKnown = kind.toUpperCase() === 'TEL' && digitsOf(said) === digitsOf(known)
    return said === '' || isKnown ? [] : [said]
  })
}

/** Parts stand between semicolons, some of them empty. */
function readable(value: string): string {
  return value
    .split(/(?<!\\);/)
    .map((part) => part.replaceAll(/\\n/gi, ' ').replaceAll(/\\(.)/g, '$1').trim())
    .filter((part) => part !== '')
    .join(', ')
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '')
}
