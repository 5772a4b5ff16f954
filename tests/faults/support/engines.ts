import { freshDatabase } from '../../support/postgres/fresh'
import { type Place, postgresPlace, sqlitePlace } from './place'

/** The databases that the tests of faults run on. */
export const ENGINES: [name: string, open: () => Promise<Place>][] = [
  ['SQLite', async () => sqlitePlace()],
  [
    'PostgreSQL',
    async () => {
      const { address, drop } = await freshDatabase()
      return postgresPlace(address, drop)
    },
  ],
]

/** Those, and PostgreSQL reached through pgbouncer. */
export const DOORS: typeof ENGINES = [
  ...ENGINES,
  [
    'PostgreSQL behind pgbouncer',
    async () => {
      const { address, drop } = await freshDatabase({ bouncer: true })
      return postgresPlace(address, drop)
    },
  ],
]
