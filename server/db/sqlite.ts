import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { createBatcher } from './batch'
import { checkDatabaseFile } from './check-file'
import type { Database } from './database'
import { withRetry } from './retry'
import type { Tables } from './tables'

/** Maximum number of cached statements. There are few different texts, as values are always bound. */
const MAX_STATEMENTS = 500

/** SQLite's busy timeout in ms. It is short because it blocks the event loop; `withRetry` repeats the transaction. */
const BUSY_MS = 250

function cacheStatements(sqlite: Sqlite.Database) {
  const cache = new Map<string, Sqlite.Statement>()
  return {
    close: () => {
      cache.clear()
      sqlite.close()
    },
    prepare(text: string): Sqlite.Statement {
      const cached = cache.get(text)
      if (cached) return cached
      const statement = sqlite.prepare(text)
      if (cache.size < MAX_STATEMENTS) cache.set(text, statement)
      return statement
    },
  }
}

async function configure(sqlite: Sqlite.Database) {
  // the busy timeout does not apply when two servers create the file at the same time
  await withRetry(async () => sqlite.pragma('journal_mode = WAL'))
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  checkDatabaseFile(sqlite)
}

async function open(file: string | Buffer): Promise<Sqlite.Database> {
  const sqlite = new Sqlite(file, { timeout: BUSY_MS })
  try {
    await configure(sqlite)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Reads a value once per turn of the event loop: requests that arrive together share it. */
function oncePerTurn<T>(read: () => T): () => T {
  let known: { value: T } | undefined
  return () => {
    if (known) return known.value
    known = { value: read() }
    setImmediate(() => {
      known = undefined
    })
    return known.value
  }
}

/** Opens or creates the SQLite database in a file; `:memory:` or the bytes of a database open a temporary one. */
export async function openSqlite(file: string | Buffer): Promise<Database> {
  const sqlite = await open(file)
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: cacheStatements(sqlite) }) })
  const version = sqlite.prepare('pragma data_version').pluck()
  return {
    description: `SQLite in ${sqlite.name}`,
    query,
    withTx: createBatcher(query),
    // SQLite takes the snapshot at the first read
    withSnapshot: (read) => query.transaction().execute(read),
    dataVersion: oncePerTurn(() => version.get() as number),
    close: () => query.destroy(),
  }
}
