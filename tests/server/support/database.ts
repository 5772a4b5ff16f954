import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import type { Database } from '../../../server/db/database'
import { openSqlite } from '../../../server/db/sqlite'
import { COUNT_BUSY, createTestDatabase, emptyOpenDatabase } from '../../support/postgres/test-database'

/** The engine of the jest project. */
const engine = process.env.KZ_ENGINE ?? 'sqlite'

export const onPostgres = engine !== 'sqlite'

/** A folder in memory where there is one: what these tests write need not survive a power cut. */
const MEMORY_FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

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
  const folder = mkdtempSync(path.join(MEMORY_FOLDER, 'kz-db-'))
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

interface OpenDatabase extends DatabaseLocation {
  db: Database
}

/** Open databases of this test file that no test uses: opening one takes longer than most tests. */
const unused: OpenDatabase[] = []

async function closeDatabase({ db, remove }: OpenDatabase) {
  await db.close()
  await remove()
}

afterAll(async () => {
  for (const open of unused.splice(0)) await closeDatabase(open)
})

/** Empties a database for the next test, or closes it when statements of its test still run. */
async function giveBack(open: OpenDatabase) {
  const { query } = open.db
  const { rows } = await sql<{ busy: number }>`${sql.raw(COUNT_BUSY)}`.execute(query)
  if (rows[0]?.busy !== 0) return closeDatabase(open)
  await sql.raw(emptyOpenDatabase()).execute(query)
  unused.push(open)
}

async function openOnPostgres(): Promise<OpenDatabase> {
  const location = await createDatabaseLocation()
  return { ...location, db: await connect(location.location) }
}

/** Opens a private database: in memory, or one without rows on the run’s PostgreSQL. */
export async function testDatabase(): Promise<Database> {
  if (!onPostgres) {
    migrated ??= createMigrated()
    return openSqlite(await migrated)
  }
  const open = unused.pop() ?? (await openOnPostgres())
  let closed: Promise<void> | undefined
  return { ...open.db, close: () => (closed ??= giveBack(open)) }
}
