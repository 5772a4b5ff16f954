import { useEffect } from 'react'
import { useDraft } from './draft'

const TICK = 1000

/** A phone asleep stops timers: more than this between two ticks was not spent here. */
const LONGEST = 2000

/** Adds up the time spent while `running`; pauses do not count, and closing the app loses a second at most. */
export function useClock(running: boolean) {
  const spend = useDraft((store) => store.spend)
  useEffect(() => {
    if (!running) return
    let last = Date.now()
    const timer = setInterval(() => {
      const now = Date.now()
      spend(Math.max(0, Math.min(now - last, LONGEST)))
      last = now
    }, TICK)
    return () => clearInterval(timer)
  }, [running, spend])
}
