import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Product } from '@/domain/product/product'
import { type ListPlace, LongList } from '@/ui/long-list/long-list'
import type { SectionProps } from '../section'
import { EmptyGoods } from './empty-goods'
import { SectionTitle } from './section-title'
import { type SoldOutPlace, visibleProducts } from './visible-products'

interface GoodsBlockProps {
  section: SectionProps<{ title: string; soldOut: SoldOutPlace }>
  /** The section's class, and its block's with `__block`. */
  name: string
  form?: string
  /** The estimated height of an item, in px. */
  about: number
  children(product: Product, place: ListPlace): ReactNode
}

/** A section that lists a shop's products, or says that there are none. */
export function GoodsBlock({ section, name, form = '', about, children }: GoodsBlockProps) {
  const { settings, shop, products, more, context, claimed } = section
  const { category } = context
  const shown = visibleProducts(products, { category, soldOut: settings.soldOut, claimed, more })
  const isEmpty = shown.length === 0 && !more
  if (isEmpty && claimed.length > 0) return null
  return (
    <View className={`look__section ${name} ${form && `${name}--${form}`}`}>
      <SectionTitle>{settings.title}</SectionTitle>
      {isEmpty && <EmptyGoods shop={shop} soldOut={products.some((product) => product.onSale)} />}
      <LongList
        key={category}
        items={shown}
        open={more}
        estimatedHeight={about}
        className={`${name}__block ${shown.length === 1 && !more ? `${name}__block--one` : ''}`}
      >
        {children}
      </LongList>
    </View>
  )
}
