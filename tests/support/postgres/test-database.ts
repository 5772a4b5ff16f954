import { randomBytes } from 'node:crypto'
import { queryOnce } from './query'

/** The template that test databases are copied from. */
export const TEMPLATE = 'migrated'

export interface TestDatabase {
  address: string
  drop(): Promise<void>
}

const withDatabase = (address: string, database: string) => address.replace(/[^/]*$/, database)

function serverAddress(): string {
  const server = process.env.KZ_POSTGRES
  if (!server) throw new Error('no PostgreSQL runs for these tests: nothing called `startPostgresForTests`')
  return server
}

/** Creates a database on PostgreSQL and returns its URL. */
export async function createDatabase(name: string, from = 'template1'): Promise<string> {
  const server = serverAddress()
  await queryOnce(server, `create database ${name} template ${from}`)
  return withDatabase(server, name)
}

/** Creates a database for one test, reached through pgbouncer on request. Pass `from: 'template1'` for an empty one. */
export async function createTestDatabase({ bouncer = false, from = TEMPLATE } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const address = await createDatabase(name, from)
  const pooler = process.env.KZ_BOUNCER
  return {
    address: bouncer && pooler ? withDatabase(pooler, name) : address,
    drop: async () => {
      await queryOnce(serverAddress(), `drop database if exists ${name} with (force)`)
    },
  }
}
