import { View } from '@tarojs/components'
import { type CSSProperties, useMemo } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import { isClosed } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { themeVariables } from '@/domain/theme'
import { SharedArt, sharedArtStyle } from '@/ui/picture/shared-art'
import type { Draw, Place } from './draw'
import { firstSections } from './first-sections'
import { further } from './load-further'
import type { Scene, ShopFace } from './section'
import { SectionGuard } from './section-guard'
import { featuredOf } from './sections/featured-product/featured'
import { useSections } from './use-sections'
import './render.scss'

const own = (sections: Readonly<Record<string, Draw>>, kind: string) =>
  Object.hasOwn(sections, kind) ? sections[kind] : undefined

/** `undefined` for a kind that nobody knows here, or not yet. */
const drawOf = (kind: string): Draw | undefined => own(firstSections, kind) ?? own(further.now() ?? {}, kind)

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
  useSections(look)
  const claimed = useMemo(() => claimedBy(look, products), [look, products])
  const style = { ...themeVariables(look.theme), ...sharedArtStyle(shop.trade) } as CSSProperties
  const { titles, cards } = look.theme
  const closed = isClosed(shop, dayOf(Date.now()))
  const place: Place = { shop, products, more, scene, claimed, closed }
  return (
    <View className={`look look--${titles}-titles look--${cards}-cards`} style={style}>
      <SharedArt.Provider value={shop.trade}>
        {look.sections.map((section) => (
          <SectionGuard key={section.id} section={section}>
            {drawOf(section.kind)?.(section.settings, place)}
          </SectionGuard>
        ))}
      </SharedArt.Provider>
    </View>
  )
}
