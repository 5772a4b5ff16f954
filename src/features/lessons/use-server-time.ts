import { useEffect, useRef, useState } from 'react'
import type { Board } from './board-types'

/** A board comes every few seconds. After this time without one the connection is lost, in ms. */
const STALE_MS = 8_000

const TICK_MS = 1_000

/**
 * The server's time, which goes on each second from that of the board. It stands still when the lesson is over and while no
 * board comes, because learners would seem to be away. `isStale`: no board has come for a while.
 */
export function useServerTime(board: Board) {
  const received = useRef({ board, at: Date.now() })
  if (received.current.board !== board) received.current = { board, at: Date.now() }
  const [, setTick] = useState(0)
  const { endedAt } = board.lesson
  useEffect(() => {
    if (endedAt !== undefined) return
    const timer = setInterval(() => setTick((tick) => tick + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [endedAt])
  if (endedAt !== undefined) return { now: endedAt, isStale: false }
  const passed = Math.max(0, Date.now() - received.current.at)
  return { now: board.now + Math.min(passed, STALE_MS), isStale: passed > STALE_MS }
}
