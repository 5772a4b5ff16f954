import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { parseYuan } from '@/domain/money'
import type { Product } from '@/domain/sku'
import { aria } from '@/platform/a11y/aria'
import type { KnownTemplate } from '@/templates/known'
import { lookFrom } from '@/templates/registry'
import { LookView } from '@/templates/render'
import type { SectionContext, ShopFace } from '@/templates/section'
import type { Draft } from '../draft'
import { useLocalPhoto } from '../product/use-local-photo'
import { openRequest } from '../publish/open-request'
import './preview.scss'

/** The draft as the storefront will know it. */
function asShop(draft: Draft): { shop: ShopFace; products: Product[] } {
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

const nothing = () => undefined

const contextWith = (photo: string | null | undefined): SectionContext => ({
  still: true,
  category: null,
  chooseCategory: nothing,
  photoUrl: () => photo ?? '',
  useQuantity: () => 0,
  add: nothing,
  openProduct: nothing,
  callShop: nothing,
})

/** Their own shop in a template, small, as it will be. */
export function Preview({
  draft,
  template,
  label,
}: {
  draft: Draft
  template: KnownTemplate
  label: string
}) {
  const photo = useLocalPhoto(draft.photoId)
  const { shop, products } = useMemo(() => asShop(draft), [draft])
  const look = useMemo(() => lookFrom(template), [template])
  const context = useMemo(() => contextWith(photo), [photo])
  if (parseYuan(draft.price) === null) return null
  return (
    <View className="preview" {...aria({ role: 'img', label })}>
      <View className="preview__page">
        <LookView look={look} shop={shop} products={products} context={context} />
      </View>
    </View>
  )
}
