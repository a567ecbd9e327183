import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom. What stands here beside a folder is all it may know of the project besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/core': [],
  'src/db': ['src/core'],
  'src/files': ['src/core', 'src/db'],
  'src/interactions': ['src/core', 'src/db', 'src/people'],
  'src/people': ['src/core', 'src/db', 'src/interactions'],
  'src/relay': ['src/core', 'src/db', 'src/interactions', 'src/people'],
  'src/outbox': ['src/core', 'src/db', 'src/interactions', 'src/people'],
  'src/inbound': ['src/core', 'src/db', 'src/people', 'src/interactions', 'src/relay'],
  'src/approval': ['src/core', 'src/db', 'src/people', 'src/interactions', 'src/relay', 'src/outbox'],
  'src/delivery': ['src/core', 'src/db', 'src/files', 'src/outbox', 'src/interactions'],
  'src/score': ['src/core', 'src/db', 'src/people', 'src/interactions'],
  'src/work': ['src/core', 'src/db', 'src/people', 'src/interactions', 'src/score', 'src/outbox', 'src/approval'],
  'src/jobs': ['src/core'],
  'src/console': [
    'src/core',
    'src/approval',
    'src/people',
    'src/outbox',
    'src/relay',
    'src/interactions',
    'src/score',
    'src/work',
  ],
  'src/sandbox': ['src/core'],
  'bots/telegram': ['src/core'],
  'bots/slack': ['src/core'],
  'src/cli': [
    'src/core',
    'src/people',
    'src/interactions',
    'src/relay',
    'src/score',
    'src/work',
    'src/approval',
    'src/main.ts',
  ],
}
/** Settings, the logger's type and the database's generated types carry no rule of the project. */
const COMMON = /^src\/(config\.ts|log\.ts|generated\/)/

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'bots'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file))

const imports = new Map(files.map((file) => [file, importsOf(file)]))

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/(?:import|export)\b[^'"]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]/g)].map(
    (match) => posix.normalize(posix.join(posix.dirname(file), match[1] ?? match[2] ?? '')),
  )
}

function folderOf(file: string): string {
  return file.split('/').slice(0, 2).join('/')
}

describe('the folders', () => {
  it('import only what the table allows', () => {
    const broken: string[] = []
    for (const [file, targets] of imports) {
      const allowed = MAY_IMPORT[folderOf(file)]
      if (!allowed) continue
      for (const target of targets) {
        const there = folderOf(target)
        if (there !== folderOf(file) && !COMMON.test(target) && !allowed.includes(there))
          broken.push(`${file} -> ${target}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('are all in the table', () => {
    const folders = new Set(files.filter((file) => file.split('/').length > 2).map(folderOf))
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT) && folder !== 'src/generated')).toEqual([])
  })

  it('have no cycles', () => {
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
        return
      }
      state.set(file, 'open')
      for (const target of imports.get(file) ?? []) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of imports.keys()) visit(file, [])
    expect(cycles).toEqual([])
  })

  it('leave the database to those who own tables: no Prisma client in console, jobs, cli, sandbox or bots', () => {
    const outsiders = files.filter((file) => /^(src\/(console|jobs|cli|sandbox|core)|bots)\//.test(file))
    const found = outsiders.filter((file) => /@prisma\/|generated\/prisma/.test(readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })
})
