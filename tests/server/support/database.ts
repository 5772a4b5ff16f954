import { connect } from '../../../server/db/connect'
import type { Database } from '../../../server/db/database'
import { freshDatabase } from '../../support/postgres/fresh'

/** What the jest project runs the store tests on. */
const engine = process.env.KZ_ENGINE ?? 'sqlite'

export const onPostgres = engine !== 'sqlite'

/** A database of a test's own: in memory, or a fresh one on the run's PostgreSQL, which is dropped when it is closed. */
export async function testDatabase(): Promise<Database> {
  if (!onPostgres) return connect(':memory:')
  const fresh = await freshDatabase({ bouncer: engine === 'pgbouncer' })
  const db = await connect(fresh.address)
  return {
    ...db,
    close: async () => {
      await db.close()
      await fresh.drop()
    },
  }
}
