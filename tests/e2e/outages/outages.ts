import type { FailureCode } from '@/domain/failure'
import { createPostgresStore, createSqliteStore, type DataStore } from '../../faults/support/data-store'
import { waitForHealth } from '../../faults/support/health'
import { hasSmallDisk, mountSmallDisk } from '../../faults/support/small-disk'
import { startPostgres } from '../../support/postgres/start-postgres'
import type { ServerProcess } from '../../support/server-process'

/** A temporary outage of a server. */
export interface Outage {
  store: DataStore
  /** The error code that phones receive. */
  code: FailureCode
  /** Beginning of the log message; empty when the server itself is down. */
  logPrefix: string
  begin(server: ServerProcess): Promise<void>
  end(server: ServerProcess): Promise<void>
  dispose(): Promise<void>
}

const MIN_REJECTED = 5

/** Signs in users until free space inside the database files is used up. */
async function signInUntilRejected(origin: string) {
  for (let rejected = 0; rejected < MIN_REJECTED; ) {
    const reply = await fetch(`${origin}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"provider":"device"}',
    })
    rejected = reply.ok ? 0 : rejected + 1
  }
}

async function createFullDisk(): Promise<Outage> {
  const disk = mountSmallDisk(24)
  const store = createSqliteStore(disk.folder)
  return {
    // the disk is smaller than the default reserve of free space
    store: { ...store, env: { ...store.env, STORAGE_RESERVE_MB: 'off' } },
    code: 'storage-full',
    logPrefix: 'no room left to write',
    begin: async ({ origin }) => {
      disk.fill()
      await signInUntilRejected(origin)
      disk.fill()
    },
    end: async ({ origin }) => {
      disk.free()
      await waitForHealth(origin, 'ok')
    },
    dispose: async () => {
      await store.dispose()
      disk.dispose()
    },
  }
}

async function createDatabaseOutage(): Promise<Outage> {
  const postgres = await startPostgres({ durable: true })
  await createPostgresStore(postgres.address('postgres')).query('create database kaizhang')
  const store = createPostgresStore(postgres.address('kaizhang'))
  return {
    store,
    code: 'unavailable',
    logPrefix: 'the database or the data folder does not answer',
    begin: () => postgres.halt('SIGINT'),
    end: async ({ origin }) => {
      await postgres.resume()
      await waitForHealth(origin, 'ok')
    },
    dispose: async () => {
      await store.dispose()
      await postgres.stop()
    },
  }
}

async function createServerCrash(): Promise<Outage> {
  const store = createSqliteStore()
  return {
    store,
    code: 'unavailable',
    logPrefix: '',
    begin: (server) => server.stop('SIGKILL'),
    end: (server) => server.restart(),
    dispose: () => store.dispose(),
  }
}

/** The outages; a full disk requires the right to mount one. */
export const OUTAGES: [name: string, create: () => Promise<Outage>, isPossible: boolean][] = [
  ['a full disk', createFullDisk, hasSmallDisk()],
  ['a database that is away', createDatabaseOutage, true],
  ['a killed server', createServerCrash, true],
]
