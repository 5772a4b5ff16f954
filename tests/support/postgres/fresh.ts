import { randomBytes } from 'node:crypto'
import { ask } from './ask'

/** The database that every fresh one is a copy of. */
export const TEMPLATE = 'migrated'

export interface FreshDatabase {
  address: string
  drop(): Promise<void>
}

const within = (address: string, database: string) => address.replace(/[^/]*$/, database)

/**
 * A database of a test's own on the run's PostgreSQL, reached through pgbouncer when asked for. `from`: an empty one
 * is copied from `template1`.
 */
export async function freshDatabase({ bouncer = false, from = TEMPLATE } = {}): Promise<FreshDatabase> {
  const server = process.env.KZ_POSTGRES
  const door = bouncer ? process.env.KZ_BOUNCER : server
  if (!server || !door) throw new Error('no PostgreSQL runs: the jest project has no `for-run` setup')
  const name = `test_${randomBytes(6).toString('hex')}`
  await ask(server, `create database ${name} template ${from}`)
  return {
    address: within(door, name),
    drop: async () => {
      await ask(server, `drop database if exists ${name} with (force)`)
    },
  }
}
