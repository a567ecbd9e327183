import { defineConfig } from 'vitest/config'

const common = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  unstubEnvs: true,
  restoreMocks: true,
  setupFiles: ['test/support/no-network.ts'],
}
/** Tests that need a database: the stories, and whatever lies in a folder `store`. */
const onDatabase = ['test/flow/**/*.test.ts', 'test/**/store/**/*.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'rules',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...onDatabase, 'test/browser/**', 'test/bench/**'],
        },
      },
      { test: { ...common, name: 'pglite', include: onDatabase, globalSetup: ['test/support/on-pglite.ts'] } },
      {
        test: {
          ...common,
          name: 'server',
          include: onDatabase,
          // What a kind of message is has nothing to do with which database keeps it.
          exclude: ['test/flow/kinds/**'],
          globalSetup: ['test/support/on-server.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/on-pglite.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
})
