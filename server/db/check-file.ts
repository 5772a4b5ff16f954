import type Sqlite from 'better-sqlite3'

/** Reading this much (bytes) takes a fraction of a second; a larger file is checked by `pragma quick_check`, by hand. */
const CHECKED_AT_START = 200_000_000

/** A page of the database does not hold what it should. */
export class DamagedDatabaseError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

/** Throws `DamagedDatabaseError` when the file's pages do not fit together: better before the shop opens than at some order. */
export function checkFile(sqlite: Sqlite.Database): void {
  const bytes =
    Number(sqlite.pragma('page_count', { simple: true })) *
    Number(sqlite.pragma('page_size', { simple: true }))
  if (bytes > CHECKED_AT_START) return
  const found = String(sqlite.pragma('quick_check(1)', { simple: true }))
  if (found !== 'ok') throw new DamagedDatabaseError(found)
}
