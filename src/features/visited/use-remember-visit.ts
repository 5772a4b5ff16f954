import { useEffect } from 'react'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { useVisits } from './visited-store'

/** Remembers that a shop was opened, once it is there to be seen. */
export function useRememberVisit(shop: Shop | undefined, products: readonly Product[] | undefined) {
  const remember = useVisits((state) => state.remember)
  const photo = products?.find((product) => product.photos.length > 0)?.photos[0]?.hash
  const { slug, name, trade } = shop ?? {}
  useEffect(() => {
    if (slug && name && trade) remember({ slug, name, trade, at: Date.now(), ...(photo ? { photo } : {}) })
  }, [slug, name, trade, photo, remember])
}
