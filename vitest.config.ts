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
/** Where there is a server the stories run on it, and the embedded database shows that it does the same on these. */
const onBoth = ['test/flow/round-trip.test.ts', 'test/{approval,db,files,people}/**/store/**/*.test.ts']
const onEmbedded = process.env.TEST_DATABASE_URL === undefined ? onDatabase : onBoth

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
      { test: { ...common, name: 'pglite', include: onEmbedded, globalSetup: ['test/support/on-pglite.ts'] } },
      {
        test: {
          ...common,
          name: 'server',
          include: onDatabase,
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
