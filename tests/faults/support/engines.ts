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
