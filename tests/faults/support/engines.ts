import { createTestDatabase } from '../../support/postgres/test-database'
import { createPostgresStore, createSqliteStore, type DataStore } from './data-store'

/** Databases that the fault tests run on. */
export const ENGINES: [name: string, open: () => Promise<DataStore>][] = [
  ['SQLite', async () => createSqliteStore()],
  [
    'PostgreSQL',
    async () => {
      const { address, drop } = await createTestDatabase()
      return createPostgresStore(address, drop)
    },
  ],
]

/** The same, and PostgreSQL behind pgbouncer. */
export const CONNECTIONS: typeof ENGINES = [
  ...ENGINES,
  [
    'PostgreSQL behind pgbouncer',
    async () => {
      const { address, drop } = await createTestDatabase({ bouncer: true })
      return createPostgresStore(address, drop)
    },
  ],
]
