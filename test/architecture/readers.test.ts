import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('whoever makes a card for a person shows it as that person may see it', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/approval'], { encoding: 'utf8' })
  const careless = files
    .split('\n')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('show/card.ts'))
    .filter((file) => {
      const source = readFileSync(file, 'utf8')
      return /\bcardOf\(/.test(source) && !/\bforReader\(/.test(source)
    })
  expect(careless).toEqual([])
})
