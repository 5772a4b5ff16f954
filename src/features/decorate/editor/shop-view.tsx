import { Text, View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import type { Product } from '@/domain/product/product'
import type { Shop } from '@/domain/shop/shop'
import { decorateWords as words } from '@/locales/look/decorate'
import { pressable } from '@/platform/a11y/aria'
import { inertContext } from '@/templates/inert-context'
import { LookView } from '@/templates/look-view'
import { Icon } from '@/ui/icon/icon'
import { type Design, isFull } from '../model/design'
import { sectionWordsOf } from '../model/section-words'
import { FramedSection } from './framed-section'

export type ShopViewKind = 'edit' | 'see' | 'large'

interface ShopViewProps {
  view: ShopViewKind
  shop: Shop
  products: readonly Product[]
  design: Design
  onOpen(sectionId: string): void
  onMove(sectionId: string, by: -1 | 1): void
  onAdd(): void
}

/** The element id of the button that adds a section below the others. */
export const ADD_BELOW = 'add-below'

/** Sections without content show what belongs in them. */
const editingContext = { ...inertContext, isEditing: true }

/** The largest font scale a user can set. */
const LARGE = { '--fs': 2 } as CSSProperties

/** The shop in the editor: with frames to change it, or as buyers see it, in normal or large type. */
export function ShopView({ view, shop, products, design, onOpen, onMove, onAdd }: ShopViewProps) {
  const look = { ...design, version: 0 }
  const { sections } = design
  const empty = sections.length === 0 && <Text className="shop-view__empty">{words.empty}</Text>
  if (view !== 'edit')
    return (
      <View className="shop-view" {...(view === 'large' ? { style: LARGE } : {})}>
        {empty}
        <LookView look={look} shop={shop} products={products} context={inertContext} />
      </View>
    )
  return (
    <View className="shop-view">
      {empty}
      <LookView
        look={look}
        shop={shop}
        products={products}
        context={editingContext}
        frame={(section, drawn) => (
          <FramedSection
            id={section.id}
            title={sectionWordsOf(section.kind).title}
            first={section.id === sections[0]?.id}
            last={section.id === sections.at(-1)?.id}
            onOpen={() => onOpen(section.id)}
            onMove={(by) => onMove(section.id, by)}
          >
            {drawn}
          </FramedSection>
        )}
      />
      {!isFull(design) && <AddBelow onAdd={onAdd} />}
    </View>
  )
}

function AddBelow({ onAdd }: Pick<ShopViewProps, 'onAdd'>) {
  return (
    <View id={ADD_BELOW} className="shop-view__add" {...pressable(null, onAdd)}>
      <Icon name="plus" size={22} />
      <Text>{words.addBelow}</Text>
    </View>
  )
}
