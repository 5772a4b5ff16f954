import { useEffect, useRef, useState } from 'react'
import { loadCartPanels } from './load-cart-panels'
import type { CartPanels } from './panel-types'

/**
 * Returns the panels once they are loaded, which begins when they may soon be needed. While one is requested they are loaded again after a
 * failure; `onMissed` is called if they cannot be.
 */
export function useCartPanels(
  isNeeded: boolean,
  isRequested: boolean,
  onMissed: () => void,
): CartPanels | undefined {
  const [panels, setPanels] = useState<CartPanels>()
  const isLoaded = panels !== undefined
  const latest = useRef({ isRequested, onMissed })
  latest.current = { isRequested, onMissed }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request loads again
  useEffect(() => {
    if (isLoaded || !isNeeded) return
    let isUnmounted = false
    loadCartPanels().then(
      (loaded) => isUnmounted || setPanels(loaded),
      () => isUnmounted || (latest.current.isRequested && latest.current.onMissed()),
    )
    return () => {
      isUnmounted = true
    }
  }, [isLoaded, isNeeded, isRequested])
  return panels
}
