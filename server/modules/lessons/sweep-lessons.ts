import { LESSON_MS } from '@/domain/lesson/lesson'
import type { AppDependencies } from '../../dependencies'
import { removeExpiredScreens } from './screens'
import { endLessons } from './store'
import { removeExpiredTickets } from './tickets'

export const LESSON_SWEEP_MS = 15 * 60_000

/** Ends the lessons that nobody ended, and removes screens and tickets whose time is over. */
export function sweepLessons({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  return db.withTx(async (tx) => {
    await endLessons(tx, now)
      .where('started_at', '<=', now - LESSON_MS)
      .execute()
    await removeExpiredScreens(tx, now)
    await removeExpiredTickets(tx, now)
  })
}
