import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { checkFile } from '../db/check-file'
import type { Query } from '../db/database'
import type { Tables } from '../db/tables'
import { codeOf } from '../error-code'
import { SetupError } from '../settings'

export const DATABASE = 'kaizhang.db'

/** An SQLite database that a maintenance command has open: one connection, and what happens on it is said by the caller. */
export interface MaintenanceFile {
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

/** One moment of a database that servers go on writing to. */
export const openMoment = (file: string): MaintenanceFile =>
  open(file, (sqlite) => {
    sqlite.exec('begin')
    // a transaction begins with its first read
    sqlite.prepare('select count(*) from sqlite_master').get()
  })

/** A database that nobody else has open, or can open until this is closed: a server that runs would go on selling. */
export const openAlone = (file: string): MaintenanceFile =>
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

/** A file that is ours alone, made where there is none. It is one file when it is closed, and of no use before. */
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
