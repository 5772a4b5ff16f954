import { LESSON_MS } from '@/domain/lesson'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { removeExpiredScreens } from './screens'
import { removeExpiredTickets } from './tickets'

export const LESSON_SWEEP_MS = 15 * 60_000

/** Ends the lessons that nobody ended, and removes screens and tickets whose time is over. */
export function sweepLessons({ db, clock }: Pick<AppDependencies, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  return db.withTx(async (tx) => {
    await endForgottenLessons(tx, now)
    await removeExpiredScreens(tx, now)
    await removeExpiredTickets(tx, now)
  }, 'guarded')
}

async function endForgottenLessons(tx: Query, now: number): Promise<void> {
  await tx
    .updateTable('lesson')
    .set((eb) => ({ ended_at: now, number: null, paused: 0, version: eb('version', '+', 1) }))
    .where('ended_at', 'is', null)
    .where('started_at', '<=', now - LESSON_MS)
    .execute()
}
