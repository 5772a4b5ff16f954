import { useEffect, useRef, useState } from 'react'
import { followAppVisibility } from './app-visibility'
import { usePageVisibility } from './use-page-visibility'

/** Calls `run` every `ms` while the page is visible and `isActive`. */
export function usePolling(run: () => void, ms: number, isActive = true) {
  const isVisible = usePageVisibility()
  useInterval(run, ms, isVisible && isActive)
}

/** Calls `run` every `ms` while the app is in the foreground and `isActive`, also while another page covers this one. */
export function useForegroundPolling(run: () => void, ms: number, isActive = true) {
  const [isVisible, setIsVisible] = useState(true)
  useEffect(() => followAppVisibility(setIsVisible), [])
  useInterval(run, ms, isVisible && isActive)
}

function useInterval(run: () => void, ms: number, isRunning: boolean) {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => latest.current(), ms)
    return () => clearInterval(timer)
  }, [isRunning, ms])
}
