import { defineConfig } from 'vitest/config'

const common = { testTimeout: 30_000, hookTimeout: 60_000, unstubEnvs: true, restoreMocks: true }

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'rules',
          include: [
            'test/{core,people,interactions,relay,approval,outbox,delivery,inbound,jobs,console,cli,db,bots,sandbox,architecture}/**/*.test.{ts,tsx}',
          ],
        },
      },
      { test: { ...common, name: 'flow', include: ['test/flow/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { ...common, name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
})
