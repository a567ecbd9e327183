import { createLog } from '../../src/log.ts'

/** Silent, unless somebody wants to see what a test does: LOG_LEVEL=debug npx vitest run test/flow */
export const testLog = createLog(process.env.LOG_LEVEL === 'debug' ? 'debug' : 'silent')
