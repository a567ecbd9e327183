import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { readText } from '../../src/cli/files.ts'

describe('a file that is given to a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liaison-files-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is text, also with the mark of Windows before it or packed', () => {
    const file = join(folder, 'given')
    for (const bytes of [Buffer.from('[1]\r\n'), Buffer.from('\ufeff[1]\r\n'), gzipSync('\ufeff[1]\r\n')]) {
      writeFileSync(file, bytes)
      expect(readText(file, 'en')).toBe('[1]\r\n')
    }
    writeFileSync(file, gzipSync('[1]').subarray(0, 12))
    expect(() => readText(file, 'en')).toThrow(/given cannot be read \(.*\)\. Check its path/)
    expect(() => readText(join(folder, 'none'), 'ru')).toThrow('none (ENOENT). Проверьте путь')
  })
})
