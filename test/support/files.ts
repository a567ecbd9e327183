import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type FileStore, folderStore } from '../../src/files/store.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of this test alone, gone when its file has run. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-test-'))
  folders.push(folder)
  return folder
}

export async function testFiles(): Promise<FileStore> {
  return folderStore(await testFolder())
}
