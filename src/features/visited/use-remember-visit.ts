import { useEffect } from 'react'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { useVisits } from './visited-store'

interface Visited {
  slug: string | undefined
  shop: Shop | undefined
  products: readonly Product[] | undefined
  /** There is no such shop any more. */
  gone: boolean
}

/** Remembers a shop once it is there to be seen, and forgets one that is not there any more. */
export function useRememberVisit({ slug: asked, shop, products, gone }: Visited) {
  const { remember, forget } = useVisits()
  const photo = products?.find((product) => product.photos.length > 0)?.photos[0]?.hash
  const { slug, name, trade } = shop ?? {}
  useEffect(() => {
    if (gone && asked) forget(asked)
  }, [gone, asked, forget])
  useEffect(() => {
    if (slug && name && trade) remember({ slug, name, trade, at: Date.now(), ...(photo ? { photo } : {}) })
  }, [slug, name, trade, photo, remember])
}
