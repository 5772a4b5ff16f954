import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import type { Database } from '../../../server/db/database'
import { openSqlite } from '../../../server/db/sqlite'
import { createTestDatabase } from '../../support/postgres/test-database'

/** The engine of the jest project. */
const engine = process.env.KZ_ENGINE ?? 'sqlite'

export const onPostgres = engine !== 'sqlite'

export interface DatabaseLocation {
  /** A path or URL for `connect`. */
  location: string
  remove(): Promise<void>
}

/** Creates a location for a database that several servers open: a file, or a fresh database on the run’s PostgreSQL. */
export async function createDatabaseLocation(): Promise<DatabaseLocation> {
  if (onPostgres) {
    const fresh = await createTestDatabase({ bouncer: engine === 'pgbouncer' })
    return { location: fresh.address, remove: fresh.drop }
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-db-'))
  return {
    location: path.join(folder, 'kaizhang.db'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Returns the bytes of a migrated database without rows. */
async function createMigrated(): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kz-migrated-'))
  const file = path.join(folder, 'kaizhang.db')
  const db = await connect(':memory:')
  await sql`vacuum into ${file}`.execute(db.query)
  await db.close()
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}

let migrated: Promise<Buffer> | undefined

/** Opens a private database: in memory, or a fresh one on the run’s PostgreSQL, which is dropped when it is closed. */
export async function testDatabase(): Promise<Database> {
  if (!onPostgres) {
    migrated ??= createMigrated()
    return openSqlite(await migrated)
  }
  const { location, remove } = await createDatabaseLocation()
  const db = await connect(location)
  return {
    ...db,
    close: async () => {
      await db.close()
      await remove()
    },
  }
}
