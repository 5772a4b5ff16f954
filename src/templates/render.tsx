import { View } from '@tarojs/components'
import { type CSSProperties, Fragment, type ReactNode, useMemo } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Look, PlacedSection } from '@/domain/look'
import { isClosed } from '@/domain/shop'
import type { Product } from '@/domain/sku'
import { themeVariables } from '@/domain/theme'
import { SharedArt, sharedArtStyle } from '@/ui/picture/shared-art'
import type { SectionContext, ShopFace } from './section'
import { claimsBySection, sectionDefinition } from './section-claims'
import { SectionGuard } from './section-guard'
import { useSections } from './use-sections'
import './render.scss'

const NONE: readonly Id[] = []

const claimedBesides = (claims: Map<string, Id[]>, section: string): readonly Id[] => {
  const others = [...claims].flatMap(([id, ids]) => (id === section ? [] : ids))
  return others.length > 0 ? others : NONE
}

export interface LookViewProps {
  look: Look
  shop: ShopFace
  products: readonly Product[]
  /** There are more products than these. */
  more?: boolean
  context: SectionContext
  /** What stands around each section while it is decorated. */
  frame?(section: PlacedSection, drawn: ReactNode): ReactNode
}

const bare = (_: PlacedSection, drawn: ReactNode) => drawn

/** A shop painted by its look. A section that is unknown or fails is left out; the rest is shown. */
export function LookView({ look, shop, products, more = false, context, frame = bare }: LookViewProps) {
  const whole = useSections(look)
  // biome-ignore lint/correctness/useExhaustiveDependencies: sections that are loaded claim, too
  const claims = useMemo(() => claimsBySection(look, products), [look, products, whole])
  const style = { ...themeVariables(look.theme), ...sharedArtStyle(shop.trade) } as CSSProperties
  const { titles, cards } = look.theme
  const today = dayOf(Date.now())
  const common = { shop, products, more, context, today, closed: isClosed(shop, today) }
  return (
    <View className={`look look--${titles}-titles look--${cards}-cards`} style={style}>
      <SharedArt.Provider value={shop.trade}>
        {look.sections.map((section) => (
          <Fragment key={section.id}>
            {frame(
              section,
              <SectionGuard section={section}>
                {sectionDefinition(section.kind)?.draw(section.settings, {
                  ...common,
                  claimed: claimedBesides(claims, section.id),
                })}
              </SectionGuard>,
            )}
          </Fragment>
        ))}
      </SharedArt.Provider>
    </View>
  )
}
