import type Sqlite from 'better-sqlite3'

/** Larger files, in bytes, are not checked at start, as that takes too long; use `pragma quick_check` for them. */
const MAX_CHECKED_BYTES = 200_000_000

export class DamagedDatabaseError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

/** Checks the database file at start. @throws DamagedDatabaseError when its pages are inconsistent. */
export function checkDatabaseFile(sqlite: Sqlite.Database): void {
  const bytes =
    Number(sqlite.pragma('page_count', { simple: true })) *
    Number(sqlite.pragma('page_size', { simple: true }))
  if (bytes > MAX_CHECKED_BYTES) return
  const result = String(sqlite.pragma('quick_check(1)', { simple: true }))
  if (result !== 'ok') throw new DamagedDatabaseError(result)
}
