import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createId } from '@/domain/id'
import { artSvg } from '@/ui/art/art'
import { createApp } from '../../../server/app'
import { connect } from '../../../server/db/connect'
import type { AppDependencies, AppSettings } from '../../../server/dependencies'
import { NO_GATEWAYS } from '../../../server/gateways/payment-gateways'
import { DEFAULT_TIMEOUTS } from '../../../server/http/timeouts'
import { looks } from '../../../server/look-catalog'
import { chengCounty } from '../../../server/modules/centres/cheng-county'
import { writeExport } from '../../../server/modules/exports/write-export'
import { readQuotas } from '../../../server/quota-settings'
import { StorageReserve } from '../../../server/storage/storage-reserve'
import { perFile, perTest } from '../../support/per-test'
import { testDatabase } from './database'
import { createMemoryBlobs } from './memory-blobs'

export interface TestEnvironment {
  app: FastifyInstance
  deps: AppDependencies
  blobs: ReturnType<typeof createMemoryBlobs>
  /** Advances both clocks by `ms`. */
  advance(ms: number): void
  /** Advances both clocks and runs the jobs that are due by then. */
  runAfter(ms: number): Promise<void>
  /** Shifts the wall clock by `by` ms without letting time pass. */
  shiftClock(by: number): void
}

/** 2026-11-25 10:00 in China. */
const START = Date.UTC(2026, 10, 25, 2)

const settings: AppSettings = {
  world: 'test',
  version: '0.0.0',
  publicUrl: undefined,
  allowedHosts: [],
  centres: chengCounty,
  rateLimits: false,
  quotas: readQuotas({}),
  trustProxy: false,
  h5Folder: undefined,
  offlinePages: true,
}

export type EnvironmentOptions = Partial<Omit<AppDependencies, 'settings'>> & {
  settings?: Partial<AppSettings>
  databaseLocation?: string
}

/**
 * Creates an app on the engine of the test run, or at `databaseLocation`, with clocks that stand still until they are
 * advanced.
 */
export async function createTestEnvironment({
  databaseLocation,
  settings: changed,
  ...rest
}: EnvironmentOptions = {}): Promise<TestEnvironment> {
  let now = START
  let passed = 0
  const blobs = createMemoryBlobs()
  const deps: AppDependencies = {
    db: databaseLocation === undefined ? await testDatabase() : await connect(databaseLocation),
    blobs,
    storage: new StorageReserve({
      freeBytes: async () => Number.POSITIVE_INFINITY,
      reserve: 0,
      elapsed: () => passed,
    }),
    exports: {
      folder: tmpdir(),
      removedFolder: join(tmpdir(), `removed-shops-${newId()}`),
      // a server writes exports in a thread, which gets a copy of the job
      write: (job, get, signal) => writeExport(structuredClone(job), get, signal),
    },
    clock: () => now,
    elapsed: () => passed,
    random: randomBytes,
    secret: 'a secret that is long enough for tests',
    wechat: undefined,
    payments: NO_GATEWAYS,
    looks,
    drawTrade: artSvg,
    logging: false,
    timeouts: DEFAULT_TIMEOUTS,
    jobIntervalMs: 0,
    ...rest,
    settings: { ...settings, ...changed },
  }
  const app = await createApp(deps)
  app.addHook('onClose', () => rm(deps.exports.removedFolder, { recursive: true, force: true }))
  await app.ready()
  const advance = (ms: number) => {
    now += ms
    passed += ms
  }
  return {
    ...{ app, deps, blobs, advance },
    runAfter: async (ms) => {
      advance(ms)
      await app.worker.runDue()
    },
    shiftClock: (by) => {
      now += by
    },
  }
}

/** Returns an environment that each test gets anew, and that is closed after it. */
export function environmentPerTest(options?: EnvironmentOptions): TestEnvironment {
  const env = perTest(() => createTestEnvironment(options))
  afterEach(() => env.app.close())
  return env
}

/** Returns an environment that all tests of a file or a `describe` share. */
export function environmentPerFile(options?: EnvironmentOptions): TestEnvironment {
  const env = perFile(() => createTestEnvironment(options))
  afterAll(() => env.app.close())
  return env
}

export const newId = (): string => createId(START, randomBytes(16))
