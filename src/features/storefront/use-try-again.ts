import { useEffect, useRef } from 'react'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'

/** Pauses between tries, in ms. A phone may think that it is online all along, so nothing tells when the way is free. */
const PAUSES = [4_000, 8_000, 15_000, 30_000]
const LONGEST = 30_000

/** Tries again by itself after each `failure` (a new one every time), ever more rarely, while people look at the page. */
export function useTryAgain(failure: unknown, tryAgain: () => unknown) {
  const shown = usePageVisibility()
  const tries = useRef(0)
  useEffect(() => {
    if (failure === undefined) tries.current = 0
    if (failure === undefined || !shown) return
    const timer = setTimeout(() => {
      tries.current += 1
      tryAgain()
    }, PAUSES[tries.current] ?? LONGEST)
    return () => clearTimeout(timer)
  }, [failure, shown, tryAgain])
}
