import { View } from '@tarojs/components'
import { type ComponentType, type CSSProperties, type ReactElement, useMemo } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import { isClosed } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { themeVariables } from '@/domain/theme'
import { SharedArt, sharedArtStyle } from '@/ui/picture/shared-art'
import type { SectionKind } from './kinds'
import type { Scene, SectionProps, ShopFace } from './section'
import { SectionGuard } from './section-guard'
import { CategoryTabs } from './sections/category-tabs/section'
import { categoryTabsDefaults } from './sections/category-tabs/settings'
import { Contact } from './sections/contact/section'
import { contactDefaults } from './sections/contact/settings'
import { Delivery } from './sections/delivery/section'
import { deliveryDefaults } from './sections/delivery/settings'
import { featuredOf } from './sections/featured-product/featured'
import { FeaturedProduct } from './sections/featured-product/section'
import { featuredProductDefaults } from './sections/featured-product/settings'
import { NoticeBar } from './sections/notice-bar/section'
import { noticeBarDefaults } from './sections/notice-bar/settings'
import { ProductGrid } from './sections/product-grid/section'
import { productGridDefaults } from './sections/product-grid/settings'
import { ProductList } from './sections/product-list/section'
import { productListDefaults } from './sections/product-list/settings'
import { ShopHead } from './sections/shop-head/section'
import { shopHeadDefaults } from './sections/shop-head/settings'
import './render.scss'

type Place = Omit<SectionProps<unknown>, 'settings'>
type Draw = (settings: Record<string, unknown>, place: Place) => ReactElement

/** A look made before a setting existed gets that setting's default. */
const draws =
  <S extends object>(Section: ComponentType<SectionProps<S>>, defaults: S): Draw =>
  (settings, place) => <Section settings={{ ...defaults, ...settings }} {...place} />

const sections: Record<SectionKind, Draw> = {
  'shop-head': draws(ShopHead, shopHeadDefaults),
  'notice-bar': draws(NoticeBar, noticeBarDefaults),
  'category-tabs': draws(CategoryTabs, categoryTabsDefaults),
  'product-grid': draws(ProductGrid, productGridDefaults),
  'product-list': draws(ProductList, productListDefaults),
  'featured-product': draws(FeaturedProduct, featuredProductDefaults),
  delivery: draws(Delivery, deliveryDefaults),
  contact: draws(Contact, contactDefaults),
}

const drawn = new Map<string, Draw>(Object.entries(sections))

const claimedBy = (look: Look, products: readonly Product[]): Id[] =>
  look.sections.flatMap(({ kind, settings }) => {
    const product = kind === 'featured-product' && featuredOf(settings.productId, products)
    return product ? [product.id] : []
  })

export interface LookViewProps {
  look: Look
  shop: ShopFace
  products: readonly Product[]
  /** There are more products than these. */
  more?: boolean
  scene: Scene
}

/** A shop painted by its look. A section that is unknown or fails is left out; the rest is shown. */
export function LookView({ look, shop, products, more = false, scene }: LookViewProps) {
  const claimed = useMemo(() => claimedBy(look, products), [look, products])
  const style = { ...themeVariables(look.theme), ...sharedArtStyle(shop.trade) } as CSSProperties
  const closed = isClosed(shop, dayOf(Date.now()))
  const place: Place = { shop, products, more, scene, claimed, closed }
  return (
    <View className="look" style={style}>
      <SharedArt.Provider value={shop.trade}>
        {look.sections.map((section) => (
          <SectionGuard key={section.id} section={section}>
            {drawn.get(section.kind)?.(section.settings, place)}
          </SectionGuard>
        ))}
      </SharedArt.Provider>
    </View>
  )
}
