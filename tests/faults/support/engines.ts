import { createTestDatabase } from '../../support/postgres/test-database'
import { createPostgresStore, createSqliteStore, type DataStore } from './data-store'

type Engines = [name: string, open: () => Promise<DataStore>][]

const ENGINES: Engines = [
  ['SQLite', async () => createSqliteStore()],
  [
    'PostgreSQL',
    async () => {
      const { address, drop } = await createTestDatabase()
      return createPostgresStore(address, drop)
    },
  ],
]

const CONNECTIONS: Engines = [
  ...ENGINES,
  [
    'PostgreSQL behind pgbouncer',
    async () => {
      const { address, drop } = await createTestDatabase({ bouncer: true })
      return createPostgresStore(address, drop)
    },
  ],
]

type EngineName = 'SQLite' | 'PostgreSQL'

const long = process.env.KZ_LONG === '1'

/** Databases that a fault test runs on: all in the long run, and one in the short, where the tests of its parts take both. */
export const enginesOf = (short: EngineName): Engines =>
  long ? ENGINES : ENGINES.filter(([name]) => name === short)

/** The same, and in the long run also PostgreSQL behind pgbouncer. */
export const connectionsOf = (short: EngineName): Engines => (long ? CONNECTIONS : enginesOf(short))
