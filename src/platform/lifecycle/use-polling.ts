import { useEffect, useRef } from 'react'
import { usePageVisibility } from './use-page-visibility'

/** Calls `run` every `ms` while the page is visible and `isActive`. */
export function usePolling(run: () => void, ms: number, isActive = true) {
  const isPolling = usePageVisibility() && isActive
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!isPolling) return
    const timer = setInterval(() => latest.current(), ms)
    return () => clearInterval(timer)
  }, [isPolling, ms])
}
