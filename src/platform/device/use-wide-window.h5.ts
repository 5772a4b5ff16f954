import { useCallback, useSyncExternalStore } from 'react'

/** Pages are rendered for phones and for computers. */
export const mayBeWide: boolean = true

const media = (from: number) => window.matchMedia?.(`(min-width: ${from}px)`)

/** Safari before 14 has listeners, but no events. */
function listen(list: MediaQueryList, onChange: () => void) {
  if (!list.addEventListener) {
    list.addListener(onChange)
    return () => list.removeListener(onChange)
  }
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}

function useWindowFrom(from: number): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = media(from)
      return list ? listen(list, onChange) : () => undefined
    },
    [from],
  )
  return useSyncExternalStore(
    subscribe,
    () => media(from)?.matches ?? false,
    () => false,
  )
}

/** True in a window from 1024 px, where the seller's pages put things side by side. */
export const useWideWindow = (): boolean => useWindowFrom(1024)

/** True in a window from 1200 px, where a shop has its basket beside its products (templates/look-view.scss). */
export const useWideShopWindow = (): boolean => useWindowFrom(1200)
