import { defineConfig } from 'vitest/config';

/** The kinds of tests, each a folder of test/. Servers and processes need more patience than functions. */
const timeoutsMs = { unit: 10_000, fuzz: 300_000, integration: 120_000, contract: 120_000, lsp: 120_000 };

/** The kinds that need a Postgres: one is started for the whole run of that kind. */
const needsPostgres = new Set(['integration', 'contract', 'lsp']);

export default defineConfig({
  test: {
    allowOnly: false,
    projects: Object.entries(timeoutsMs).map(([name, timeoutMs]) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        testTimeout: timeoutMs,
        hookTimeout: timeoutMs,
        globalSetup: needsPostgres.has(name) ? ['test/support/globalPostgres.ts'] : [],
      },
    })),
  },
});
