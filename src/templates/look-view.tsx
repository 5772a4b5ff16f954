import { View } from '@tarojs/components'
import {
  type CSSProperties,
  Fragment,
  type MutableRefObject,
  type PropsWithChildren,
  type ReactNode,
  useMemo,
} from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Look, PlacedSection } from '@/domain/look/look'
import { pictureRatio, themeVariables } from '@/domain/look/theme'
import type { Product } from '@/domain/product/product'
import { isClosed } from '@/domain/shop/shop'
import { UpdateBoundary } from '@/platform/lifecycle/partial-rendering'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { PictureRatio } from '@/ui/picture/fitted-photo'
import { SharedArt, sharedArtStyle } from '@/ui/picture/shared-art'
import type { SectionContext, SectionShop } from './section'
import { claimsBySection, sectionDefinition } from './section-claims'
import { SectionErrorBoundary } from './section-error-boundary'
import { useSectionsLoaded } from './use-sections-loaded'
import './goods/card-forms.scss'
import './look-view.scss'

const NONE: readonly Id[] = []

const claimedByOthers = (claims: Map<string, Id[]>, section: string): readonly Id[] => {
  const others = [...claims].flatMap(([id, ids]) => (id === section ? [] : ids))
  return others.length > 0 ? others : NONE
}

export interface LookViewProps {
  look: Look
  shop: SectionShop
  products: readonly Product[]
  /** There are more products than these. */
  more?: boolean
  context: SectionContext
  /** The page around it sets the theme's variables already. */
  isThemed?: boolean
  /** Wraps each section, in the look editor. */
  frame?(section: PlacedSection, drawn: ReactNode): ReactNode
  /** Receives the element around the head that the look begins with; only for such a look. */
  headRef?: MutableRefObject<unknown>
  /** Stands beside the sections below the head in a wide window, and is hidden in others. */
  side?: ReactNode
}

/** True if a look begins with the shop's name. */
export const beginsWithHead = ({ sections: [first] }: Look): boolean => first?.kind === 'shop-head'

const unframed = (_: PlacedSection, drawn: ReactNode) => drawn

/** Renders a shop by its look. A section that is unknown or throws is left out. */
export function LookView(props: LookViewProps) {
  const { look, shop, products, more = false, context, isThemed = false, frame = unframed } = props
  const { headRef, side } = props
  const isLoaded = useSectionsLoaded(look)
  // biome-ignore lint/correctness/useExhaustiveDependencies: lazy sections claim products once they are loaded
  const claims = useMemo(() => claimsBySection(look, products), [look, products, isLoaded])
  const style = {
    ...(isThemed ? {} : themeVariables(look.theme)),
    ...sharedArtStyle(shop.trade),
  } as CSSProperties
  const { titles, cards, newerCards, letters } = look.theme
  const today = dayOf(serverNow())
  const common = { shop, products, more, context, today, closed: isClosed(shop, today) }
  const drawn = look.sections.map((section) => (
    <Fragment key={section.id}>
      {frame(
        section,
        <SectionErrorBoundary section={section}>
          {sectionDefinition(section.kind)?.draw(section.settings, {
            ...common,
            claimed: claimedByOthers(claims, section.id),
          })}
        </SectionErrorBoundary>,
      )}
    </Fragment>
  ))
  const sections = headRef ? drawn.slice(1) : drawn
  return (
    <View
      className={`look look--${titles}-titles look--${newerCards ?? cards}-cards look--${letters ?? 'sans'}`}
      style={style}
    >
      <SharedArt.Provider value={shop.trade}>
        <PictureRatio.Provider value={pictureRatio(look.theme)}>
          {headRef && <LookHead headRef={headRef}>{drawn[0]}</LookHead>}
          {side === undefined ? sections : <View className="look__body">{sections}</View>}
        </PictureRatio.Provider>
        {side !== undefined && <View className="look__side">{side}</View>}
      </SharedArt.Provider>
    </View>
  )
}

/** The head across the whole look. An observed element of a mini-program is directly in a boundary. */
const LookHead = ({ headRef, children }: PropsWithChildren<Required<Pick<LookViewProps, 'headRef'>>>) => (
  <View className="look__head">
    <UpdateBoundary>
      <View ref={headRef} className="look__head-inner">
        {children}
      </View>
    </UpdateBoundary>
  </View>
)
