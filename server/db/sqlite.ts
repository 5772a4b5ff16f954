import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { batching } from './batch'
import { checkFile } from './check-file'
import type { Database } from './database'
import { withRetry } from './retry'
import type { Tables } from './tables'

/** Statements are prepared once and kept; the texts are few, since values are always bound. */
const KEPT = 500

/** Waiting here (ms) holds up everything, so it is short; `withRetry` tries again and lets others in between. */
const BUSY_MS = 250

function keepingStatements(sqlite: Sqlite.Database) {
  const kept = new Map<string, Sqlite.Statement>()
  return {
    close: () => {
      kept.clear()
      sqlite.close()
    },
    prepare(text: string): Sqlite.Statement {
      const known = kept.get(text)
      if (known) return known
      const made = sqlite.prepare(text)
      if (kept.size < KEPT) kept.set(text, made)
      return made
    },
  }
}

async function prepare(sqlite: Sqlite.Database) {
  // SQLite does not wait where two servers make a new file at once: one of them is told at once that it is busy
  await withRetry(async () => sqlite.pragma('journal_mode = WAL'))
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  checkFile(sqlite)
}

async function open(file: string): Promise<Sqlite.Database> {
  const sqlite = new Sqlite(file, { timeout: BUSY_MS })
  try {
    await prepare(sqlite)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Opens (or makes) the SQLite database in a file, `:memory:` for one that is gone afterwards. */
export async function openSqlite(file: string): Promise<Database> {
  const sqlite = await open(file)
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(sqlite) }) })
  const version = sqlite.prepare('pragma data_version').pluck()
  return {
    about: `SQLite in ${file}`,
    query,
    withTx: batching(query),
    dataVersion: () => version.get() as number,
    close: () => query.destroy(),
  }
}
