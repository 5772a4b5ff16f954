import { useSyncExternalStore } from 'react'

const QUERY = '(min-width: 1024px)'

const media = () => window.matchMedia?.(QUERY)

function subscribe(onChange: () => void) {
  const list = media()
  // Safari before 14 has no events here: the layout stays as it was when the page opened
  list?.addEventListener?.('change', onChange)
  return () => list?.removeEventListener?.('change', onChange)
}

/** True in a window from 1024 px, where the seller's pages put things side by side. */
export const useWideWindow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => media()?.matches ?? false,
    () => false,
  )
