import { setTimeout as sleep } from 'node:timers/promises'
import { getErrorCode } from '../error-code'
import { DatabaseConnectionLostError } from './database-errors'

/** SQLite's busy codes, and PostgreSQL's serialization failure, deadlock and unique violation by a concurrent insert. */
const TRANSIENT = ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01', '23505']
const ATTEMPTS = 12

/** Thrown inside a transaction that detects a concurrent change. PostgreSQL retries it; on SQLite no change can be concurrent. */
export class SerializationConflictError extends Error {}

/** Returns true for errors that a retry of the transaction may resolve. */
export const isTransientError = (error: unknown): boolean =>
  error instanceof SerializationConflictError ||
  error instanceof DatabaseConnectionLostError ||
  TRANSIENT.includes(getErrorCode(error))

/** Retries `work` with increasing delays while it fails with a transient error. */
export async function withRetry<T>(work: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isTransientError(error) || attempt >= attempts) throw error
      // jitter, so that concurrent transactions do not collide again
      await sleep(attempt * 20 * (0.5 + Math.random()))
    }
  }
}
