import { useCallback, useEffect, useRef } from 'react'
import { MAX_DURATION_MS } from '@/domain/lesson/lesson'
import { useDraft } from './shop-draft'

const TICK_MS = 1000

/** Upper limit of one tick in ms: timers stop while a phone sleeps, and that time does not count. */
const MAX_TICK_MS = 2000

/** Adds the time while `running` to the draft's `spent`; closing the app loses at most one second. */
export function useTimeTracking(running: boolean) {
  const spend = useDraft((store) => store.spend)
  useEffect(() => {
    if (!running) return
    let last = Date.now()
    const timer = setInterval(() => {
      const now = Date.now()
      spend(Math.max(0, Math.min(now - last, MAX_TICK_MS)))
      last = now
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [running, spend])
}

/** Returns a function that reads the tracked time in ms, in all and since the last change of the draft, a day at most. */
export function useAnswerTimes(): () => { spent: number; still: number } {
  const answeredAt = useRef(useDraft.getState().spent)
  useEffect(
    () =>
      useDraft.subscribe(({ draft, spent }, before) => {
        if (draft !== before.draft) answeredAt.current = spent
      }),
    [],
  )
  return useCallback(() => {
    const { spent } = useDraft.getState()
    const still = Math.max(0, spent - answeredAt.current)
    return { spent: Math.min(spent, MAX_DURATION_MS), still: Math.min(still, MAX_DURATION_MS) }
  }, [])
}
