import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { checkFile } from '../db/check-file'
import type { Query } from '../db/database'
import type { Tables } from '../db/tables'
import { codeOf } from '../error-code'
import { SetupError } from '../settings'
import { plainDataFault } from '../start/data-faults'

export const DATABASE = 'kaizhang.db'

/** An SQLite database that upkeep has open: one connection, and what happens on it is said by the caller. */
export interface UpkeepFile {
  file: string
  query: Query
  sqlite: Sqlite.Database
  close(): void
}

const WAIT_MS = 1000

/** The database file that a person means by a data folder, or by the file itself. */
export function databaseFile(place: string): string {
  if (!existsSync(place)) throw new SetupError(`There is no ${place}.`)
  if (!statSync(place).isDirectory()) return place
  const file = join(place, DATABASE)
  if (!existsSync(file)) throw new SetupError(`There is no ${DATABASE} in ${place}.`)
  return file
}

function open(file: string, prepare: (sqlite: Sqlite.Database) => void): UpkeepFile {
  const sqlite = new Sqlite(file, { fileMustExist: true, timeout: WAIT_MS })
  try {
    prepare(sqlite)
  } catch (error) {
    sqlite.close()
    throw plainDataFault(error, file)
  }
  return {
    file,
    sqlite,
    query: new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }),
    close: () => sqlite.close(),
  }
}

/** A database that nobody else has open, or can open until this is closed: a server that runs would go on selling. */
export const openAlone = (file: string): UpkeepFile =>
  open(file, (sqlite) => {
    sqlite.pragma('locking_mode = exclusive')
    try {
      sqlite.exec('begin exclusive')
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error
      throw new SetupError(`A server (or another program) has ${file} open. Stop it first, then try again.`)
    }
    checkFile(sqlite)
  })
