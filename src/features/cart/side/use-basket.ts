import { type ComponentType, useEffect, useState } from 'react'
import { useWideShopWindow } from '@/platform/device/use-wide-window'
import type { BasketProps } from './basket-props'
import { loadBasket } from './load-basket'

/** Returns the basket's component once it is loaded, which happens in a wide window only; `failed` if it could not be loaded. */
export function useBasket(): ComponentType<BasketProps> | 'failed' | undefined {
  const isWide = useWideShopWindow()
  const [loaded, setLoaded] = useState<{ Basket: ComponentType<BasketProps> | 'failed' }>()
  useEffect(() => {
    if (!isWide) return
    let isUnmounted = false
    const show = (Basket: ComponentType<BasketProps> | 'failed') => isUnmounted || setLoaded({ Basket })
    void loadBasket?.().then(show, () => show('failed'))
    return () => {
      isUnmounted = true
    }
  }, [isWide])
  return isWide ? loaded?.Basket : undefined
}
