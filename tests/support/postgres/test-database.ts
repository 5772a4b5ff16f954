import { randomBytes } from 'node:crypto'
import { queryOnce } from './query'

/** The template that test databases are copied from. */
export const TEMPLATE = 'migrated'

export interface TestDatabase {
  address: string
  drop(): Promise<void>
}

const withDatabase = (address: string, database: string) => address.replace(/[^/]*$/, database)

/** Creates a database for one test, reached through pgbouncer on request. Pass `from: 'template1'` for an empty one. */
export async function createTestDatabase({ bouncer = false, from = TEMPLATE } = {}): Promise<TestDatabase> {
  const server = process.env.KZ_POSTGRES
  const target = bouncer ? process.env.KZ_BOUNCER : server
  if (!server || !target) throw new Error('no PostgreSQL runs: the jest project has no `global-setup`')
  const name = `test_${randomBytes(6).toString('hex')}`
  await queryOnce(server, `create database ${name} template ${from}`)
  return {
    address: withDatabase(target, name),
    drop: async () => {
      await queryOnce(server, `drop database if exists ${name} with (force)`)
    },
  }
}
