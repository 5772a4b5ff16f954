import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../error-code'
import { DatabaseConnectionLostError } from './database-errors'

/** Busy SQLite, and PostgreSQL's serialization failure, deadlock and two who made the same row at once. */
const PASSING = ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01', '23505']
const ATTEMPTS = 12

/** Thrown inside a transaction that finds out that another one was faster: it begins anew and sees what is so now. */
export class SerializationConflictError extends Error {}

export const isTransientError = (error: unknown): boolean =>
  error instanceof SerializationConflictError ||
  error instanceof DatabaseConnectionLostError ||
  PASSING.includes(codeOf(error))

/** Runs `work` again, a little later each time, while it fails for a reason that passes. */
export async function withRetry<T>(work: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isTransientError(error) || attempt >= attempts) throw error
      // not all at the same moment again
      await sleep(attempt * 20 * (0.5 + Math.random()))
    }
  }
}
