import { useEffect, useState } from 'react'

/** When something ends, and the time of the server that said so. */
export interface Deadline {
  until: number
  now: number
}

const TICK_MS = 1000

/**
 * The time that is left, in ms, counted every second from when `deadline` arrived, so that a phone with a wrong clock counts rightly;
 * `undefined` without a deadline.
 */
export function useRemaining(deadline: Deadline | undefined): number | undefined {
  const [arrived, setArrived] = useState<{ deadline: Deadline; at: number }>()
  const [time, setTime] = useState(0)
  useEffect(() => {
    if (!deadline) return
    const at = Date.now()
    setArrived({ deadline, at })
    setTime(at)
    const timer = setInterval(() => setTime(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [deadline])
  if (!deadline) return undefined
  const passed = arrived?.deadline === deadline ? time - arrived.at : 0
  return Math.max(0, deadline.until - deadline.now - passed)
}
