import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { batching } from './batch'
import { checkFile } from './check-file'
import type { Database } from './database'
import type { Tables } from './tables'

/** Statements are prepared once and kept; the texts are few, since values are always bound. */
const KEPT = 500

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

function open(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  // waiting here holds up everything, so it is short; `withTx` tries again and lets others in between
  sqlite.pragma('busy_timeout = 250')
  sqlite.pragma('foreign_keys = ON')
  checkFile(sqlite)
  return sqlite
}

/** Opens (or makes) the SQLite database in a file, `:memory:` for one that is gone afterwards. */
export function openSqlite(file: string): Database {
  const sqlite = open(file)
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(sqlite) }) })
  const version = sqlite.prepare('pragma data_version').pluck()
  return {
    about: `SQLite in ${file}`,
    query,
    withTx: batching(query),
    elsewhere: () => version.get() as number,
    close: () => query.destroy(),
  }
}
