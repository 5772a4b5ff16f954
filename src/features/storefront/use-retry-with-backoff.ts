import { useEffect, useRef } from 'react'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'

/** Pauses between retries, in ms. A phone may believe it is online all along, so no event announces the connection. */
const PAUSES = [4_000, 8_000, 15_000, 30_000]
const MAX_PAUSE = 30_000

/** Retries after each `failure` (a new object every time) with growing pauses, while the page is visible. */
export function useRetryWithBackoff(failure: unknown, retry: () => unknown) {
  const isVisible = usePageVisibility()
  const tries = useRef(0)
  useEffect(() => {
    if (failure === undefined) tries.current = 0
    if (failure === undefined || !isVisible) return
    const timer = setTimeout(() => {
      tries.current += 1
      retry()
    }, PAUSES[tries.current] ?? MAX_PAUSE)
    return () => clearTimeout(timer)
  }, [failure, isVisible, retry])
}
