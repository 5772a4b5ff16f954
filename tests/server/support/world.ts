import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { makeId } from '@/domain/id'
import { artSvg } from '@/ui/art/art'
import { createApp } from '../../../server/app'
import { connect } from '../../../server/db/connect'
import type { AppDependencies, WorldSettings } from '../../../server/dependencies'
import { DEFAULT_TIMEOUTS } from '../../../server/http/timeouts'
import { looks } from '../../../server/looks'
import { quotasOf } from '../../../server/quota-settings'
import { StorageReserve } from '../../../server/storage/storage-reserve'
import { testDatabase } from './database'
import { memoryBlobs } from './memory-blobs'

export interface World {
  app: FastifyInstance
  deps: AppDependencies
  blobs: ReturnType<typeof memoryBlobs>
  /** Time passes. */
  pass(ms: number): void
  /** Puts the world's clock forward, or back; no time passes. */
  putClock(by: number): void
}

/** 2026-11-25 10:00 in China. */
const START = Date.UTC(2026, 10, 25, 2)

const settings: WorldSettings = {
  world: 'test',
  version: '0.0.0',
  publicUrl: undefined,
  allowedHosts: [],
  rateLimits: false,
  quotas: quotasOf({}),
  trustProxy: false,
  h5Folder: undefined,
  offlinePages: true,
}

export type Changes = Partial<Omit<AppDependencies, 'settings'>> & {
  settings?: Partial<WorldSettings>
  place?: string
}

/** A world of its own on the engine of the test run (or at `place`, a file or an address), with a clock that stands still until it is moved. */
export async function makeWorld({ place, settings: changed, ...rest }: Changes = {}): Promise<World> {
  let now = START
  let passed = 0
  const blobs = memoryBlobs()
  const deps: AppDependencies = {
    db: place === undefined ? await testDatabase() : await connect(place),
    blobs,
    storage: new StorageReserve({
      freeBytes: async () => Number.POSITIVE_INFINITY,
      reserve: 0,
      elapsed: () => passed,
    }),
    clock: () => now,
    elapsed: () => passed,
    random: randomBytes,
    secret: 'a secret that is long enough for tests',
    wechat: undefined,
    online: [],
    looks,
    drawing: artSvg,
    logging: false,
    timeouts: DEFAULT_TIMEOUTS,
    jobsEvery: 0,
    ...rest,
    settings: { ...settings, ...changed },
  }
  const app = await createApp(deps)
  await app.ready()
  return {
    app,
    deps,
    blobs,
    pass: (ms) => {
      now += ms
      passed += ms
    },
    putClock: (by) => {
      now += by
    },
  }
}

export const newId = (): string => makeId(START, randomBytes(16))
