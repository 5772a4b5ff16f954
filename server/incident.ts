import { DatabaseConnectionLostError, DatabaseUnavailableError } from './db/database-errors'
import { codeOf } from './error-code'

/** What can be wrong with what the server stands on: no room to write, or no answer. */
export type Incident = 'storage-full' | 'unavailable'

/** SQLite, the file system (no space, quota, largest file) and PostgreSQL, each in its own words. */
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', 'EFBIG', '53100']

/** SQLite: locked, read-only, unreadable. Files: no right, no handle left. Then the network, and PostgreSQL's classes 08, 53, 55 and 57. */
const AWAY = [
  /^SQLITE_(BUSY|LOCKED|READONLY|CANTOPEN|IOERR|CORRUPT|NOTADB|PROTOCOL)/,
  /^E(ROFS|ACCES|IO|MFILE|NFILE|CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/,
  /^(08...|53...|55P03|57...|25006)$/,
]

/** The trouble an error of the database or the disk tells of; `undefined` when it is a fault of the program. */
export function incidentOf(error: unknown): Incident | undefined {
  const code = codeOf(error)
  if (FULL.includes(code)) return 'storage-full'
  const away = error instanceof DatabaseUnavailableError || error instanceof DatabaseConnectionLostError
  return away || AWAY.some((pattern) => pattern.test(code)) ? 'unavailable' : undefined
}
