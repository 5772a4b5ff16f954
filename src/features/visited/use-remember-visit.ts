import { useEffect } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { useVisits } from './visited-store'

interface Visited {
  slug: string | undefined
  shop: Shop | undefined
  products: readonly Product[] | undefined
  /** The shop does not exist (any more). */
  isNotFound: boolean
}

/** Records a visit once the shop is loaded, and forgets a shop that does not exist any more. */
export function useRememberVisit({ slug: requestedSlug, shop, products, isNotFound }: Visited) {
  const { remember, forget } = useVisits()
  const photo = products?.find((product) => product.photos.length > 0)?.photos[0]?.hash
  const { slug, name, trade } = shop ?? {}
  useEffect(() => {
    if (isNotFound && requestedSlug) forget(requestedSlug)
  }, [isNotFound, requestedSlug, forget])
  useEffect(() => {
    if (slug && name && trade) remember({ slug, name, trade, at: Date.now(), ...(photo ? { photo } : {}) })
  }, [slug, name, trade, photo, remember])
}
