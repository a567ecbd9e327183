import { canonical } from '../../core/hash.ts'
import type { Locale } from '../../core/ids.ts'
import type { AgencyFile, FileProject } from './file/schema.ts'
import { say } from './text.ts'

/** One thing of the agency that the file would make, change or end. `of`: its place, such as `clients parts contacts ivan`. */
export type Change =
  | { readonly kind: 'added'; readonly of: string; readonly fields: readonly Field[] }
  | { readonly kind: 'changed'; readonly of: string; readonly fields: readonly (Field & { readonly before: string })[] }
  | { readonly kind: 'ended'; readonly of: string }
export type Field = { readonly name: string; readonly value: string }

type Fields = ReadonlyMap<string, string>

/** What people set themselves, or the platform says, stays as it is when the file is silent about it. */
const LEFT_ALONE_WHEN_ABSENT = /^clients \S+ (contacts|groups) /
const LEFT_ALONE_OF_STAFF = ['notify', 'quiet']
/** A group that came by an invitation is not ended by a file that does not know it. */
const NEVER_ENDED = /^clients \S+ groups /

/**
 * From what is there to what the file says, in the file's order; what would end comes last. `unlisted`: places of what was
 * made in the team's platform and never stood in a file; a file that does not name it leaves it alone.
 */
export function differenceOf(now: AgencyFile, file: AgencyFile, unlisted: ReadonlySet<string> = new Set()): Change[] {
  // A file that is silent about templates leaves them alone.
  const before = thingsOf(file.templates === undefined ? { ...now, templates: undefined } : now)
  const after = thingsOf(file)
  const isAssigned = file.assignment.length > 0
  const changes = [...after].flatMap(([of, fields]) => changeOf(of, before.get(of), fields, isAssigned))
  const ended = [...before.keys()]
    .filter(
      (of) => !after.has(of) && !isUnlisted(of, unlisted) && !NEVER_ENDED.test(of) && !isInside(of, before, after),
    )
    .map((of): Change => ({ kind: 'ended', of }))
  return [...changes, ...ended]
}

function changeOf(of: string, before: Fields | undefined, after: Fields, isAssigned: boolean): Change[] {
  if (!before) return [{ kind: 'added', of, fields: [...after].map(([name, value]) => ({ name, value })) }]
  const names = new Set([...before.keys(), ...after.keys()])
  const fields = [...names].flatMap((name) => {
    const was = before.get(name)
    const is = after.get(name)
    if (was === is || (is === undefined && isLeftAlone(of, name, isAssigned))) return []
    return [{ name, before: was ?? '', value: is ?? '' }]
  })
  return fields.length === 0 ? [] : [{ kind: 'changed', of, fields }]
}

/** Where there are rules of assignment a client that names no manager keeps the one it has. */
function isLeftAlone(of: string, name: string, isAssigned: boolean): boolean {
  if (isAssigned && name === 'manager' && /^clients \S+$/.test(of)) return true
  return LEFT_ALONE_WHEN_ABSENT.test(of) || (of.startsWith('staff ') && LEFT_ALONE_OF_STAFF.includes(name))
}

function isUnlisted(of: string, unlisted: ReadonlySet<string>): boolean {
  return [...unlisted].some((place) => of === place || of.startsWith(`${place} `))
}

/** A part of something that ends as a whole is not told of on its own. */
function isInside(of: string, before: ReadonlyMap<string, Fields>, after: ReadonlyMap<string, Fields>): boolean {
  return [...before.keys()].some((other) => other !== of && of.startsWith(`${other} `) && !after.has(other))
}

/** Everything the file names, by its place. */
function thingsOf({
  agency,
  staff,
  clients,
  absences,
  departments,
  assignment,
  templates = [],
  rules,
}: AgencyFile): Map<string, Fields> {
  const { score, reasons, ...house } = agency
  const things = new Map<string, Fields>([
    ['agency', fieldsOf(house)],
    ['agency score', leavesOf(score)],
  ])
  for (const reason of reasons) things.set(`agency reasons ${reason.key}`, fieldsOf(reason))
  for (const person of staff) things.set(`staff ${person.key}`, fieldsOf(person))
  for (const { contacts, groups, projects, ...client } of clients) {
    const place = `clients ${client.key}`
    things.set(place, fieldsOf(client))
    for (const contact of contacts) things.set(`${place} contacts ${contact.key}`, fieldsOf(contact))
    for (const project of projects) {
      const blind = project.specialists.filter((key) => staff.some((person) => person.key === key && person.blind))
      things.set(`${place} projects ${project.key}`, fieldsOf(withBlind(project, blind)))
    }
    for (const group of groups) things.set(`${place} groups ${group.telegram}`, fieldsOf(group))
  }
  for (const { who, from, ...absence } of absences) things.set(`absences ${who} ${from}`, fieldsOf(absence))
  for (const department of departments) things.set(`departments ${department.key}`, fieldsOf(department))
  for (const [i, rule] of assignment.entries()) things.set(`assignment ${i + 1}`, fieldsOf(rule))
  for (const { locale, ...template } of templates) {
    things.set(`templates ${template.key} ${locale}`, fieldsOf(template))
  }
  // Which of two that fit is taken is a matter of their order.
  rules.forEach((rule, i) => {
    things.set(`rules ${rule.key}`, fieldsOf({ place: String(i + 1), ...rule }))
  })
  return things
}

/** One blind specialist makes the whole channel blind: told where the project is told of. */
function withBlind(project: FileProject, blind: readonly string[]): object {
  return blind.length === 0 ? project : { ...project, 'blind, as a whole, for': blind }
}

function fieldsOf(thing: object): Fields {
  const entries = Object.entries(thing).filter(([name, value]) => name !== 'key' && value !== undefined)
  return new Map(entries.map(([name, value]) => [name, typeof value === 'string' ? value : canonical(value)]))
}

/** Of something deep each value by its path: `weights.phone`. */
function leavesOf(thing: object): Fields {
  const entries = Object.entries(thing).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object' && value !== null
      ? [...leavesOf(value)].map(([path, leaf]) => [`${name}.${path}`, leaf])
      : [[name, String(value)]],
  )
  return new Map(entries)
}

const SIGN = { added: '+', changed: '~', ended: '-' } as const

/** The difference as lines for a person. */
export function describeChanges(changes: readonly Change[], locale: Locale): string {
  if (changes.length === 0) return say(locale, 'nothing-to-change')
  return changes.map((change) => `${SIGN[change.kind]} ${change.of}${details(change, locale)}`).join('\n')
}

function details(change: Change, locale: Locale): string {
  if (change.kind === 'ended') return ` (${say(locale, 'ended')})`
  const nothing = say(locale, 'nothing')
  const lines = change.fields.map((field) =>
    'before' in field
      ? `${field.name}: ${field.before || nothing} -> ${field.value || nothing}`
      : `${field.name}: ${field.value}`,
  )
  return `\n    ${lines.join('\n    ')}`
}
