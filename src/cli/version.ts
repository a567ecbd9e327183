import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const file = fileURLToPath(import.meta.url).replace(/[\\/](dist[\\/])?src[\\/]cli[\\/][^\\/]+$/, '/package.json')

/** The package's version. */
export const VERSION = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
