/**
 * What only shows when several places of the file are held together: the same key or id twice, a key that leads nowhere.
 * It looks at what was given, not at what was parsed, so that one wrong value does not hide the other mistakes; places that
 * are wrong by themselves already are left to shape.ts.
 */

import { contactPoint } from '../../../core/contact-point.ts'
import { REASONS } from '../../../core/interaction.ts'
import { APPROVER_GROUPS } from '../../../core/rule.ts'
import { VARIABLES } from '../../../core/template.ts'
import { unknownVariables } from '../../templates/variables.ts'
import type { Ids } from './ids.ts'
import { neverProblems } from './never.ts'
import type { Spot } from './positions.ts'
import { type Problem, unknownWord } from './problems.ts'
import { ANSWERING, DEFAULTS } from './schema.ts'
import { shown } from './shape.ts'

type Path = readonly PropertyKey[]
type Raw = Readonly<Record<string, unknown>>
type Placed = { readonly path: Path; readonly raw: Raw }

export function togetherProblems(
  value: unknown,
  wrong: readonly { readonly path: Path }[],
  ids: Ids,
  lineOf: (spot: Spot) => number,
): Problem[] {
  const root = section(value)
  const staff = itemsOf(root, [], 'staff')
  const clients = itemsOf(root, [], 'clients')
  const problems = [
    ...agencyProblems(section(root.agency)),
    ...twice(staff, 'key', lineOf),
    ...twice(staff, 'slack', lineOf),
    ...twice(clients, 'key', lineOf),
    ...blindProblems(staff),
    ...pointProblems([...staff, ...clients.flatMap(childrenOf('contacts'))], lineOf),
    ...usualReasons(itemsOf(section(root.agency), ['agency'], 'reasons')),
    ...twice(itemsOf(section(root.agency), ['agency'], 'reasons'), 'key', lineOf),
    ...twice(clients.flatMap(childrenOf('contacts')), 'telegram', lineOf),
    ...twice(clients.flatMap(childrenOf('groups')), 'telegram', lineOf),
    ...unreadable(staff, 'slack', (text) => ids.slack.user(text), 'expects-slack-user'),
    ...unreadable(
      clients.flatMap(childrenOf('contacts')),
      'telegram',
      (text) => ids.telegram.user(text),
      'expects-telegram-user',
    ),
    ...unreadable(
      clients.flatMap(childrenOf('projects')),
      'slackChannel',
      (text) => ids.slack.conversation(text),
      'expects-slack-channel',
    ),
    ...clients.flatMap((client) => clientProblems(client, staff, lineOf)),
    ...coverProblems(root, staff, lineOf),
    ...templateProblems(itemsOf(root, [], 'templates')),
    ...twice(itemsOf(root, [], 'rules'), 'key', lineOf),
    ...itemsOf(root, [], 'rules').flatMap((rule) => ruleProblems(rule, clients, staff)),
  ]
  return problems.filter((problem) => typeof problem.where === 'number' || !isWrong(problem.where.path, wrong))
}

function isWrong(path: Path, wrong: readonly { readonly path: Path }[]): boolean {
  return wrong.some((issue) => issue.path.length === path.length && issue.path.every((step, i) => step === path[i]))
}

function agencyProblems(agency: Raw): Problem[] {
  const problems: Problem[] = []
  const { open = DEFAULTS.opens, close = DEFAULTS.closes } = section(agency.hours)
  if (typeof open === 'string' && typeof close === 'string' && close <= open) {
    problems.push({ where: at(['agency', 'hours', 'close']), id: 'problem-hours', args: { open } })
  }
  const { quiet = DEFAULTS.quiet, longest = DEFAULTS.longest } = section(agency.bursts)
  if (typeof quiet === 'number' && typeof longest === 'number' && longest < quiet) {
    problems.push({ where: at(['agency', 'bursts', 'longest']), id: 'problem-bursts', args: { quiet: String(quiet) } })
  }
  return problems
}

/** A number or an address is one person's: else nobody could tell whose call it was. */
function pointProblems(people: readonly Placed[], lineOf: (spot: Spot) => number): Problem[] {
  const first = new Map<string, Path>()
  const fields = [
    ['phones', 'phone'],
    ['emails', 'email'],
  ] as const
  return people.flatMap(({ path, raw }) =>
    fields.flatMap(([field, kind]) => {
      const given: readonly unknown[] = Array.isArray(raw[field]) ? raw[field] : []
      return given.flatMap((one, i) => {
        const point = contactPoint(kind, typeof one === 'number' ? `+${one}` : String(one))
        const where = [...path, field, i]
        const before = point && first.get(point.value)
        if (point && !before) first.set(point.value, where)
        if (!before) return []
        const args = { given: shown(one), line: String(lineOf(at(before))) }
        return [{ where: at(where), id: 'problem-point-twice', args }]
      })
    }),
  )
}

function usualReasons(reasons: readonly Placed[]): Problem[] {
  return reasons.flatMap(({ path, raw }) =>
    (REASONS as readonly unknown[]).includes(raw.key)
      ? [{ where: at([...path, 'key']), id: 'problem-usual-reason', args: { key: String(raw.key) } }]
      : [],
  )
}

/** Whoever works in the house knows its clients. */
function blindProblems(staff: readonly Placed[]): Problem[] {
  return staff.flatMap(({ path, raw }) => {
    const isContractor = raw.employment === 'contractor' && (raw.role === 'specialist' || typeof raw.role !== 'string')
    if (raw.blind !== true || isContractor) return []
    return [{ where: at([...path, 'blind']), id: 'problem-blind', args: { key: String(raw.key) } }]
  })
}

function clientProblems(client: Placed, staff: readonly Placed[], lineOf: (spot: Spot) => number): Problem[] {
  const projects = childrenOf('projects')(client)
  return [
    ...twice(childrenOf('contacts')(client), 'key', lineOf),
    ...twice(projects, 'key', lineOf),
    ...answering(client, 'manager', staff),
    ...answering(client, 'deputy', staff),
    ...projects.flatMap((project) => specialistProblems(project, staff)),
    ...childrenOf('groups')(client).flatMap((group) => groupProblems(group, projects)),
  ]
}

/** The manager and the deputy must be there, and be people who may decide. */
function answering(client: Placed, field: string | number, staff: readonly Placed[]): Problem[] {
  const key = client.raw[field]
  if (typeof key !== 'string') return []
  const where = at([...client.path, field])
  const person = staff.find(({ raw }) => raw.key === key)
  if (!person) return [{ where, id: 'problem-no-person', ...unknownWord(key, keysOf(staff)) }]
  const { role } = person.raw
  return typeof role !== 'string' || ANSWERING.includes(role)
    ? []
    : [{ where, id: 'problem-not-answering', args: { key, role } }]
}

/** Absences, departments and rules of assignment name people who answer for clients. */
function coverProblems(root: Raw, staff: readonly Placed[], lineOf: (spot: Spot) => number): Problem[] {
  const departments = itemsOf(root, [], 'departments')
  return [
    ...itemsOf(root, [], 'absences').flatMap((absence) => absenceProblems(absence, staff)),
    ...twice(departments, 'key', lineOf),
    ...departments.flatMap((department) => [
      ...answering(department, 'lead', staff),
      ...namedIn(department, 'members', staff),
    ]),
    ...itemsOf(root, [], 'assignment').flatMap((rule) => [
      ...(rule.raw.to === 'named' && !Array.isArray(rule.raw.people)
        ? [{ where: at([...rule.path, 'to']), id: 'problem-named' }]
        : []),
      ...namedIn(rule, 'people', staff),
    ]),
  ]
}

function absenceProblems(absence: Placed, staff: readonly Placed[]): Problem[] {
  const { who, from, to, standIn } = absence.raw
  const problems = [...answering(absence, 'who', staff), ...answering(absence, 'standIn', staff)]
  if (typeof from === 'string' && typeof to === 'string' && to < from)
    problems.push({ where: at([...absence.path, 'to']), id: 'problem-absence', args: { from } })
  if (typeof who === 'string' && who === standIn)
    problems.push({ where: at([...absence.path, 'standIn']), id: 'problem-stand-in' })
  return problems
}

function namedIn(item: Placed, field: string, staff: readonly Placed[]): Problem[] {
  const given = item.raw[field]
  if (!Array.isArray(given)) return []
  return given.flatMap((key, i) =>
    typeof key === 'string' ? answering({ path: [...item.path, field], raw: { [i]: key } }, i, staff) : [],
  )
}

function specialistProblems(project: Placed, staff: readonly Placed[]): Problem[] {
  const { specialists } = project.raw
  if (!Array.isArray(specialists)) return []
  const known = keysOf(staff)
  return specialists.flatMap((key, i) =>
    typeof key !== 'string' || known.includes(key)
      ? []
      : [{ where: at([...project.path, 'specialists', i]), id: 'problem-no-person', ...unknownWord(key, known) }],
  )
}

function groupProblems(group: Placed, projects: readonly Placed[]): Problem[] {
  const { project } = group.raw
  const known = keysOf(projects)
  if (typeof project !== 'string' || known.includes(project)) return []
  return [{ where: at([...group.path, 'project']), id: 'problem-no-project', ...unknownWord(project, known) }]
}

/** Words with a variable that there is not, a refusal that does not say why or how, two of one key in one language. */
function templateProblems(templates: readonly Placed[]): Problem[] {
  return templates.flatMap(({ path, raw }, i): Problem[] => {
    const unknown = typeof raw.body === 'string' ? unknownVariables(raw.body) : []
    const first = templates.findIndex((other) => other.raw.key === raw.key && other.raw.locale === raw.locale)
    const missing = raw.kind === 'refusal' ? ['tone', 'reason'].filter((field) => raw[field] === undefined) : []
    return [
      ...unknown.map((key) => ({
        where: at([...path, 'body']),
        id: 'problem-variable',
        ...unknownWord(key, VARIABLES),
      })),
      ...missing.map((key) => ({ where: at(path), id: 'problem-refusal', args: { key } })),
      ...(first < i
        ? [{ where: at([...path, 'key']), id: 'problem-template-twice', args: { key: String(raw.key) } }]
        : []),
    ]
  })
}

/** A rule names clients, projects and people that are there. */
function ruleProblems({ path, raw }: Placed, clients: readonly Placed[], staff: readonly Placed[]): Problem[] {
  const { client: key, project } = raw
  const client = clients.find((placed) => placed.raw.key === key)
  const problems: Problem[] = []
  if (typeof key === 'string' && !client)
    problems.push({ where: at([...path, 'client']), id: 'problem-no-client', ...unknownWord(key, keysOf(clients)) })
  if (typeof project === 'string' && key === undefined)
    problems.push({ where: at([...path, 'project']), id: 'problem-project-alone' })
  if (client) problems.push(...groupProblems({ path, raw }, childrenOf('projects')(client)))
  const people = keysOf(staff)
  for (const { value, where } of valuesOf(section(raw.when).author, [...path, 'when', 'author']))
    if (!people.includes(value))
      problems.push({ where: at(where), id: 'problem-no-person', ...unknownWord(value, people) })
  for (const { value, where } of valuesOf(section(raw.do).of, [...path, 'do', 'of']))
    problems.push(...approverProblems(value, where, staff))
  problems.push(...neverProblems(section(raw.when), [...path, 'when']))
  return problems
}

function approverProblems(key: string, path: Path, staff: readonly Placed[]): Problem[] {
  if ((APPROVER_GROUPS as readonly string[]).includes(key)) return []
  const person = staff.find(({ raw }) => raw.key === key)
  if (!person) return [{ where: at(path), id: 'problem-no-approver', ...unknownWord(key, keysOf(staff)) }]
  const { role } = person.raw
  return typeof role !== 'string' || ANSWERING.includes(role)
    ? []
    : [{ where: at(path), id: 'problem-not-approving', args: { key, role } }]
}

/** One value or a list of them, each with its place. */
function valuesOf(given: unknown, path: Path): { value: string; where: Path }[] {
  if (typeof given === 'string') return [{ value: given, where: path }]
  if (!Array.isArray(given)) return []
  return given.flatMap((value, i) => (typeof value === 'string' ? [{ value, where: [...path, i] }] : []))
}

/** The second of two that must differ, with the line of the first. */
function twice(items: readonly Placed[], field: string, lineOf: (spot: Spot) => number): Problem[] {
  const first = new Map<string, Path>()
  return items.flatMap(({ path, raw }) => {
    const given = raw[field]
    if (typeof given !== 'string' && typeof given !== 'number') return []
    const where = [...path, field]
    const before = first.get(String(given))
    if (before === undefined) {
      first.set(String(given), where)
      return []
    }
    return [{ where: at(where), id: 'problem-twice', args: { given: shown(given), line: String(lineOf(at(before))) } }]
  })
}

function unreadable(
  items: readonly Placed[],
  field: string,
  read: (text: string) => string | undefined,
  expected: string,
): Problem[] {
  return items.flatMap(({ path, raw }) => {
    const given = raw[field]
    if ((typeof given !== 'string' && typeof given !== 'number') || read(String(given)) !== undefined) return []
    return [{ where: at([...path, field]), id: 'problem-wrong', args: { given: shown(given) }, worded: { expected } }]
  })
}

function itemsOf(raw: Raw, path: Path, field: string): Placed[] {
  const given = raw[field]
  return Array.isArray(given) ? given.map((item, i) => ({ path: [...path, field, i], raw: section(item) })) : []
}

function childrenOf(field: string): (parent: Placed) => Placed[] {
  return ({ path, raw }) => itemsOf(raw, path, field)
}

function keysOf(items: readonly Placed[]): string[] {
  return items.flatMap(({ raw }) => (typeof raw.key === 'string' ? [raw.key] : []))
}

function section(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}
}

function at(path: Path): Spot {
  return { path, at: 'value' }
}
