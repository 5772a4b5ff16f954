import { useMemo, useRef, useState } from 'react'
import { needsDate } from '@/domain/fulfilment'
import { photoPath } from '@/domain/photo'
import type { Shop } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { storefrontWords } from '@/locales/zh-CN/storefront'
import { dial } from '@/platform/device/dial'
import { singlePage } from '@/platform/lifecycle/single-page'
import { go } from '@/platform/navigation/navigate'
import { assetUrl } from '@/platform/network/asset-url'
import { urlOf } from '@/routes'
import type { SectionContext } from '@/templates/section'
import type { CartPort } from './cart-port'

/** A shop whose every sale is for a day: the day is asked where a product is shown alone. */
export const sellsDays = (shop: Pick<Shop, 'fulfilments'>): boolean => shop.fulfilments.every(needsDate)

/** What the sections of a live storefront can do. It stays the same object until another category is chosen. */
export function useSectionContext(shop: Shop, cart: CartPort, say: (words: string) => void): SectionContext {
  const [category, chooseCategory] = useState<string | null>(null)
  const latest = useRef({ shop, say })
  latest.current = { shop, say }
  const { id, slug } = shop
  return useMemo(() => {
    const openProduct = (product: Product) => go(urlOf('product', { slug, id: product.id }))
    return {
      still: false,
      viewOnly: singlePage,
      category,
      chooseCategory,
      photoUrl: (photo, width) => assetUrl(photoPath(photo.hash, width)),
      useQuantity: cart.useQuantity,
      add: (product) => {
        const [sku, another] = product.skus
        if (!sku || another || sellsDays(latest.current.shop)) return openProduct(product)
        if (!cart.addOne(id, product, sku)) latest.current.say(storefrontWords.full(sku.stock, product.unit))
      },
      openProduct,
      callShop: () => {
        const { phone } = latest.current.shop
        if (phone) dial(phone)
      },
    }
  }, [category, cart, id, slug])
}
