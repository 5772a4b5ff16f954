import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../../support/postgres/start-postgres'
import { createPostgresStore, createSqliteStore, type DataStore } from './data-store'

/** A crash of the database together with the server. */
interface EngineCrash {
  what: string
  kill(): Promise<void>
  /** Restarts the database if it does not restart by itself. */
  recover?: () => Promise<void>
}

/** A database with full disk synchronization, and the ways to crash it. */
export interface DurableEngine {
  store: DataStore
  /** Crashes in turn; `undefined` for a database that dies with the server. */
  crashes: readonly (EngineCrash | undefined)[]
  dispose(): Promise<void>
}

async function durableSqlite(): Promise<DurableEngine> {
  const store = createSqliteStore()
  return { store, crashes: [undefined], dispose: () => store.dispose() }
}

async function durablePostgres(): Promise<DurableEngine> {
  const postgres = await startPostgres({ durable: true })
  await createPostgresStore(postgres.address('postgres')).query('create database kaizhang')
  const store = createPostgresStore(postgres.address('kaizhang'))
  return {
    store,
    crashes: [
      undefined,
      { what: 'a backend', kill: () => killBackend(store) },
      {
        what: 'the postmaster',
        kill: () => postgres.halt('SIGKILL'),
        recover: () => postgres.resume(),
      },
    ],
    async dispose() {
      await store.dispose()
      await postgres.stop()
    },
  }
}

const backends = (store: DataStore) =>
  store.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() ' +
      "order by state = 'active' desc",
  )

/**
 * Kills the busiest backend once there is a connection. PostgreSQL then ends all backends and recovers as from a crash.
 */
export async function killBackend(store: DataStore): Promise<void> {
  for (;;) {
    const [busiest] = await backends(store)
    if (busiest) return void process.kill(Number(busiest.pid), 'SIGKILL')
    await sleep(5)
  }
}

/** Databases that are killed with their servers. */
export const DURABLE: [name: string, open: () => Promise<DurableEngine>][] = [
  ['SQLite', durableSqlite],
  ['PostgreSQL', durablePostgres],
]
