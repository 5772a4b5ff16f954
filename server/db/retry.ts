import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../error-code'

/** Busy SQLite, and PostgreSQL's serialization failure, deadlock and two who made the same row at once. */
const PASSING = ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01', '23505']
const ATTEMPTS = 12

export const isPassing = (error: unknown): boolean => PASSING.includes(codeOf(error))

/** Runs `work` again, a little later each time, while it fails for a reason that passes. */
export async function retrying<T>(work: () => Promise<T>, attempts = ATTEMPTS): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || attempt >= attempts) throw error
      await sleep(attempt * 20)
    }
  }
}
