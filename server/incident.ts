import { DatabaseConnectionLostError, DatabaseUnavailableError } from './db/database-errors'
import { getErrorCode } from './error-code'

/** A failure of the infrastructure: no space left to write, or no answer from the database or the disk. */
export type Incident = 'storage-full' | 'unavailable'

/** Error codes for a full disk: SQLite, the file system (no space, quota, largest file) and PostgreSQL. */
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', 'EFBIG', '53100']

/**
 * SQLite: locked, read-only, unreadable. Files: no permission, no handle left. Then the network, and PostgreSQL's classes 08,
 * 53, 55 and 57.
 */
const UNAVAILABLE = [
  /^SQLITE_(BUSY|LOCKED|READONLY|CANTOPEN|IOERR|CORRUPT|NOTADB|PROTOCOL)/,
  /^E(ROFS|ACCES|IO|MFILE|NFILE|CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/,
  /^(08...|53...|55P03|57...|25006)$/,
]

/** Classifies an error of the database or the disk; `undefined` for any other error, such as a bug. */
export function classifyIncident(error: unknown): Incident | undefined {
  const code = getErrorCode(error)
  if (FULL.includes(code)) return 'storage-full'
  const isDisconnected =
    error instanceof DatabaseUnavailableError || error instanceof DatabaseConnectionLostError
  return isDisconnected || UNAVAILABLE.some((pattern) => pattern.test(code)) ? 'unavailable' : undefined
}
