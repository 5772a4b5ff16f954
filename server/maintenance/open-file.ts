import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { checkDatabaseFile } from '../db/check-file'
import type { Query } from '../db/database'
import type { Tables } from '../db/tables'
import { getErrorCode } from '../error-code'
import { SetupError } from '../setup-error'

export const DATABASE = 'kaizhang.db'

/** An SQLite database opened with one connection and a transaction that the caller ends. */
export interface MaintenanceFile {
  query: Query
  sqlite: Sqlite.Database
  close(): void
}

const WAIT_MS = 1000

/** Resolves a data folder, or a file itself, to the database file. */
export function databaseFile(place: string): string {
  if (!existsSync(place)) throw new SetupError(`There is no ${place}.`)
  if (!statSync(place).isDirectory()) return place
  const file = join(place, DATABASE)
  if (!existsSync(file)) throw new SetupError(`There is no ${DATABASE} in ${place}.`)
  return file
}

function open(
  file: string,
  prepare: (sqlite: Sqlite.Database) => void,
  options: Sqlite.Options = { fileMustExist: true, timeout: WAIT_MS },
): MaintenanceFile {
  const sqlite = new Sqlite(file, options)
  try {
    prepare(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  return { sqlite, query, close: () => void sqlite.close() }
}

/** Opens a consistent snapshot of a database that servers keep writing to. */
export const openSnapshot = (file: string): MaintenanceFile =>
  open(file, (sqlite) => {
    sqlite.exec('begin')
    // a transaction begins with its first read
    sqlite.prepare('select count(*) from sqlite_master').get()
  })

/** Opens a database exclusively. One that another process has open is a `SetupError`. */
export const openExclusive = (file: string): MaintenanceFile =>
  open(file, (sqlite) => {
    sqlite.pragma('locking_mode = exclusive')
    try {
      sqlite.exec('begin exclusive')
    } catch (error) {
      if (!getErrorCode(error).startsWith('SQLITE_BUSY')) throw error
      throw new SetupError(`A server (or another program) has ${file} open. Stop it first, then try again.`)
    }
    checkDatabaseFile(sqlite)
  })

/** Opens a new or private file without journal and sync. It is complete only after it is closed. */
export const openDraft = (file: string): MaintenanceFile =>
  open(
    file,
    (sqlite) => {
      sqlite.pragma('journal_mode = off')
      sqlite.pragma('synchronous = off')
      sqlite.exec('begin')
    },
    {},
  )
