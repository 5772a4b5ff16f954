import { useMemo, useRef, useState } from 'react'
import { needsDate } from '@/domain/order/fulfilment'
import { cropPath, photoPath } from '@/domain/photo'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { storefrontWords } from '@/locales/storefront/storefront'
import { dial } from '@/platform/device/dial'
import { singlePage } from '@/platform/lifecycle/launch'
import { assetUrl } from '@/platform/media/assets'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import type { SectionContext } from '@/templates/section'
import type { StorefrontCart } from './storefront-cart'

/** True if every sale of a shop is for a day; the day is chosen on the product page. */
export const sellsByDay = (shop: Pick<Shop, 'fulfilments'>): boolean => shop.fulfilments.every(needsDate)

/** The section context of a live storefront. It stays the same object until another category is chosen. */
export function useSectionContext(
  shop: Shop,
  cart: StorefrontCart,
  say: (words: string) => void,
): SectionContext {
  const [category, chooseCategory] = useState<string | null>(null)
  const latest = useRef({ shop, say })
  latest.current = { shop, say }
  const { id, slug } = shop
  return useMemo(() => {
    const openProduct = (product: Product) => go(urlOf('product', { slug, id: product.id }))
    return {
      isInert: false,
      isViewOnly: singlePage,
      category,
      chooseCategory,
      photoUrl: (photo, width) => assetUrl(photoPath(photo.hash, width)),
      cropUrl: (photo, crop) => assetUrl(cropPath(photo.hash, crop)),
      useQuantity: cart.useQuantity,
      add: (product) => {
        const [sku, another] = product.skus
        if (!sku || another || sellsByDay(latest.current.shop)) return openProduct(product)
        if (!cart.addOne(id, product, sku)) latest.current.say(storefrontWords.full(sku.stock, product.unit))
      },
      remove: (product) => cart.removeOne(id, product),
      openProduct,
      callShop: () => {
        const { phone } = latest.current.shop
        if (phone) dial(phone)
      },
    }
  }, [category, cart, id, slug])
}
