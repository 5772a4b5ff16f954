import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '../../../server/db/connect'
import type { Database } from '../../../server/db/database'
import { freshDatabase } from '../../support/postgres/fresh'

/** What the jest project runs the store tests on. */
const engine = process.env.KZ_ENGINE ?? 'sqlite'

export const onPostgres = engine !== 'sqlite'

export interface TestPlace {
  /** What `connect` takes. */
  place: string
  remove(): Promise<void>
}

/** Where a test may keep a database that several servers open: a file, or a fresh one on the run's PostgreSQL. */
export async function testPlace(): Promise<TestPlace> {
  if (onPostgres) {
    const fresh = await freshDatabase({ bouncer: engine === 'pgbouncer' })
    return { place: fresh.address, remove: fresh.drop }
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-db-'))
  return {
    place: path.join(folder, 'kaizhang.db'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A database of a test's own: in memory, or a fresh one on the run's PostgreSQL, which is dropped when it is closed. */
export async function testDatabase(): Promise<Database> {
  if (!onPostgres) return connect(':memory:')
  const { place, remove } = await testPlace()
  const db = await connect(place)
  return {
    ...db,
    close: async () => {
      await db.close()
      await remove()
    },
  }
}
