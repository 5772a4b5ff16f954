import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { parseYuan } from '@/domain/money'
import type { Product } from '@/domain/product/product'
import { aria } from '@/platform/a11y/aria'
import { useLocalPhoto } from '@/platform/media/use-photos'
import { createLook } from '@/templates/bundled-templates'
import { inertContext } from '@/templates/inert-context'
import type { KnownTemplate } from '@/templates/known-template'
import { LookView } from '@/templates/look-view'
import type { SectionShop } from '@/templates/section'
import { openRequest } from '../publish/open-request'
import type { ShopDraft } from '../shop-draft'
import './preview.scss'

/** Converts the draft into the shop and products that the storefront would get. */
function toShopFace(draft: ShopDraft): { shop: SectionShop; products: Product[] } {
  const {
    products,
    name = '',
    place,
    pickupPlace,
    phone,
    fulfilments = [],
    payments = [],
    freight,
    trade,
  } = openRequest(draft)
  return {
    shop: {
      name,
      trade,
      fulfilments,
      payments,
      freight: freight ?? { fee: 0 },
      ...(place ? { place } : {}),
      ...(pickupPlace ? { pickupPlace } : {}),
      ...(phone ? { phone } : {}),
    },
    products: products.map((product) => ({
      ...product,
      version: 1,
      createdAt: 0,
      photos: product.photos.map((id) => ({ id, hash: '' })),
    })),
  }
}

/** A scaled-down storefront of the draft in a template. */
export function Preview({
  draft,
  template,
  label,
}: {
  draft: ShopDraft
  template: KnownTemplate
  label: string
}) {
  const photo = useLocalPhoto(draft.photoId)
  const { shop, products } = useMemo(() => toShopFace(draft), [draft])
  const look = useMemo(() => createLook(template), [template])
  const context = useMemo(() => ({ ...inertContext, photoUrl: () => photo ?? '' }), [photo])
  if (parseYuan(draft.price) === null) return null
  return (
    <View className="preview" {...aria({ role: 'img', label })}>
      <View className="preview__page">
        <LookView look={look} shop={shop} products={products} context={context} />
      </View>
    </View>
  )
}
