import { existsSync, linkSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { getErrorCode } from '../error-code'
import { isDatabaseEmpty } from './copy/is-database-empty'
import { readTables } from './copy/read-tables'
import { syncToDisk } from './copy-file'
import { DATABASE, type MaintenanceFile, openExclusive } from './open-file'

/** The SQLite database of a data folder, locked against servers until `release`. */
export interface LockedDatabase {
  state: 'absent' | 'empty' | 'used' | 'damaged'
  /** Replaces the database atomically. An existing one that is used or damaged is put into the folder `aside`. */
  replace(by: string, aside: () => string): Promise<void>
  release(): void
}

/** Locks the database of a data folder. A database that a server has open is a `SetupError`. */
export async function lockDatabase(dataDir: string): Promise<LockedDatabase> {
  const file = join(dataDir, DATABASE)
  let database: MaintenanceFile | undefined
  let state: LockedDatabase['state'] = 'absent'
  try {
    if (existsSync(file)) {
      database = openExclusive(file)
      mergeLog(database)
      state = (await isDatabaseEmpty(database.query, await readTables(database.query))) ? 'empty' : 'used'
    }
  } catch (error) {
    database?.close()
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(getErrorCode(error))) throw error
    state = 'damaged'
  }
  return {
    state,
    async replace(by, aside) {
      await putAside(file, state, aside)
      renameSync(by, file)
    },
    release: () => database?.close(),
  }
}

/** Merges the write-ahead log into the file and keeps the lock: a remaining log would be applied to the new file. */
function mergeLog({ sqlite }: MaintenanceFile) {
  sqlite.exec('commit')
  sqlite.pragma('journal_mode = delete')
}

async function putAside(file: string, state: LockedDatabase['state'], aside: () => string) {
  for (const log of ['-wal', '-shm'])
    if (existsSync(file + log)) renameSync(file + log, join(aside(), DATABASE + log))
  // linked, not moved: a server that starts now still finds the locked file
  if (state !== 'used' && state !== 'damaged') return
  linkSync(file, join(aside(), DATABASE))
  await syncToDisk(aside())
}
