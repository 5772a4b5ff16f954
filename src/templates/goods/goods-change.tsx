import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Product } from '@/domain/product/product'
import { goodsWords } from '@/locales/product/goods'
import type { SectionContext } from '../section'
import { pressableIn } from './pressable-in'
import './goods.scss'

interface GoodsChangeProps {
  product: Product
  /** The quantity in the cart. */
  quantity: number
  context: SectionContext
  /** In a line that ends with its price. */
  inLine?: boolean
  children: ReactNode
}

/** A − beside the button that adds a product, which does not move when it comes. */
export function GoodsChange({ product, quantity, context, inLine = false, children }: GoodsChangeProps) {
  return (
    <View className={inLine ? 'goods__do goods__do--line' : 'goods__do'}>
      <View
        className={quantity > 0 ? 'goods__less goods__less--on' : 'goods__less'}
        {...pressableIn(context, goodsWords.less(product.name), () => context.remove(product))}
      />
      {children}
    </View>
  )
}
