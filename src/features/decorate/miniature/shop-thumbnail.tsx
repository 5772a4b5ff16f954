import { View } from '@tarojs/components'
import { useMemo } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { aria } from '@/platform/a11y/aria'
import { inertContext } from '@/templates/inert-context'
import { LookView } from '@/templates/look-view'
import type { Design } from '../model/design'
import './shop-thumbnail.scss'

/** As many sections and products as a thumbnail has room for: each of them costs a cheap phone time. */
const SECTIONS = 5
const PRODUCTS = 4

interface ShopThumbnailProps {
  shop: Shop
  products: readonly Product[]
  /** Without one, the thumbnail is empty. */
  design: Design | undefined
}

/** The top of the shop in a design, scaled down. It is decorative. */
export function ShopThumbnail({ shop, products, design }: ShopThumbnailProps) {
  const shown = useMemo(() => products.filter(({ onSale }) => onSale).slice(0, PRODUCTS), [products])
  const look = useMemo(
    () => design && { ...design, version: 0, sections: design.sections.slice(0, SECTIONS) },
    [design],
  )
  return (
    <View className="shop-thumbnail" {...aria({ hidden: true })}>
      {look && (
        <View className="shop-thumbnail__page">
          <LookView look={look} shop={shop} products={shown} context={inertContext} />
        </View>
      )}
    </View>
  )
}
