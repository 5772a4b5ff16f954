import { defineConfig } from '@playwright/test'
import { LONG_RUN } from './tests/e2e/long-run'
import { LAUNCH_OPTIONS } from './tests/support/chromium'
import { WAIT_TIMEOUT_MS } from './tests/support/wait-timeout'

const long = process.env.KZ_LONG === '1'

export default defineConfig({
  testDir: 'tests/e2e',
  tsconfig: 'tsconfig.e2e.json',
  testMatch: '**/*.spec.ts',
  ...(long ? {} : { grepInvert: new RegExp(LONG_RUN.tag) }),
  outputDir: 'dist/test-results/traces',
  reporter: [['list'], ['json', { outputFile: 'dist/test-results/playwright.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  // the tests mostly wait for pages and servers
  workers: 3,
  timeout: long ? 900_000 : 240_000,
  expect: { timeout: WAIT_TIMEOUT_MS },
  use: {
    actionTimeout: WAIT_TIMEOUT_MS,
    navigationTimeout: WAIT_TIMEOUT_MS,
    // traces cost a sixth of the run: the short one makes none
    trace: long ? { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false } : 'off',
    screenshot: 'only-on-failure',
    launchOptions: LAUNCH_OPTIONS,
  },
})
