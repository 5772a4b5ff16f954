import { test as base, expect } from '@playwright/test'
import { startPostgresForTests } from '../support/postgres/start-for-tests'
import { type ServerWithWechat, startServerWithWechat } from '../support/server-with-wechat'
import { GalleryPage } from './gallery/gallery-page'
import { createEngineDatabase, type Engine } from './journey/engines'
import { createTestEnvironment, type Kind, type TestEnvironment } from './journey/test-environment'
import { type InspectablePhone, SCREENS, type Screen } from './phone/phone'
import { type DemoServer, startDemoServer } from './screens/demo-server'

export { expect }

interface TestOptions {
  /** The build that phones run. */
  kind: Kind
  /** The size of `phone`. */
  phoneScreen: Screen
  /** The database of `ownEnvironment`. */
  engine: Engine
  /** Environment variables of the server of `ownEnvironment`. */
  serverEnv: Record<string, string>
}

interface TestFixtures {
  /** The worker's server behind a proxy of the test's own. */
  environment: TestEnvironment
  /** A server of the test's own on an empty database, for tests that count, stop or configure it. */
  ownEnvironment: TestEnvironment
  /** The phone of a new person; the test fails when its pages throw. */
  phone: InspectablePhone
}

interface WorkerFixtures {
  /** A server for all tests of a worker that bring their own people and shops. */
  sharedServer: ServerWithWechat
  /** The demo world; tests that change it call `reset` first. */
  demoServer: DemoServer
  /** A page with every template in every state. */
  gallery: GalleryPage
  /** Starts PostgreSQL and pgbouncer on the first call. */
  startPostgres: () => Promise<unknown>
}

/** Limits by address would count all tests of a worker as one person. */
const NO_ADDRESS_LIMITS = {
  RATE_LIMIT: 'off',
  QUOTA_SHOPS_PER_ADDRESS: 'off',
  QUOTA_MB_PER_ADDRESS_DAY: 'off',
}

const WORKER = { scope: 'worker', timeout: 120_000 } as const

export const test = base.extend<TestOptions & TestFixtures, WorkerFixtures>({
  kind: ['h5', { option: true }],
  phoneScreen: [SCREENS.phone, { option: true }],
  engine: ['SQLite', { option: true }],
  serverEnv: [{}, { option: true }],

  sharedServer: [
    async ({}, use) => {
      const shared = await startServerWithWechat(NO_ADDRESS_LIMITS)
      await use(shared)
      await shared.dispose()
    },
    WORKER,
  ],
  demoServer: [
    async ({}, use) => {
      const demo = await startDemoServer()
      await use(demo)
      await demo.close()
    },
    WORKER,
  ],
  gallery: [
    async ({ browser }, use) => {
      await use(await GalleryPage.open(browser))
    },
    WORKER,
  ],
  startPostgres: [
    async ({}, use) => {
      let started: ReturnType<typeof startPostgresForTests> | undefined
      await use(() => {
        started ??= startPostgresForTests()
        return started
      })
      const stop = await started
      await stop?.()
    },
    WORKER,
  ],

  environment: async ({ kind, browser, sharedServer }, use) => {
    const environment = await createTestEnvironment(kind, browser, sharedServer)
    await use(environment)
    await environment.close()
  },
  ownEnvironment: async ({ kind, browser, engine, serverEnv, startPostgres }, use) => {
    const database = await createEngineDatabase(engine, startPostgres)
    const own = await startServerWithWechat({ ...database.env, ...serverEnv })
    const environment = await createTestEnvironment(kind, browser, own)
    await use(environment)
    await environment.close()
    await own.dispose()
    await database.drop()
  },
  phone: async ({ environment, phoneScreen }, use) => {
    const phone = await environment.phone(phoneScreen)
    await use(phone)
    expect(await phone.errors(), 'errors of the page').toEqual([])
  },
})
