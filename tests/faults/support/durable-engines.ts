import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../../support/postgres/start'
import { type Place, postgresPlace, sqlitePlace } from './place'

/** A death of the database beside the server's own. */
interface Crash {
  what: string
  strike(): Promise<void>
  /** Starts again what does not do so by itself. */
  mend?: () => Promise<void>
}

/** A database that keeps its word about the disk, and how it may die. */
export interface DurableEngine {
  place: Place
  /** Taken in turn; `undefined` for one that dies with the server. */
  crashes: readonly (Crash | undefined)[]
  dispose(): Promise<void>
}

async function durableSqlite(): Promise<DurableEngine> {
  const place = sqlitePlace()
  return { place, crashes: [undefined], dispose: () => place.dispose() }
}

async function durablePostgres(): Promise<DurableEngine> {
  const postgres = await startPostgres({ durable: true })
  await postgresPlace(postgres.address('postgres')).ask('create database kaizhang')
  const place = postgresPlace(postgres.address('kaizhang'))
  return {
    place,
    crashes: [
      undefined,
      { what: 'a backend', strike: () => killBackend(place) },
      {
        what: 'the postmaster',
        strike: () => postgres.halt('SIGKILL'),
        mend: () => postgres.resume(),
      },
    ],
    async dispose() {
      await place.dispose()
      await postgres.stop()
    },
  }
}

const backends = (place: Place) =>
  place.ask(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() ' +
      "order by state = 'active' desc",
  )

/** Kills the busiest backend, once somebody is connected. PostgreSQL ends every other one with it and recovers as from a crash. */
export async function killBackend(place: Place): Promise<void> {
  for (;;) {
    const [busiest] = await backends(place)
    if (busiest) return void process.kill(Number(busiest.pid), 'SIGKILL')
    await sleep(5)
  }
}

/** The databases that are killed with their servers. */
export const DURABLE: [name: string, open: () => Promise<DurableEngine>][] = [
  ['SQLite', durableSqlite],
  ['PostgreSQL', durablePostgres],
]
