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
  children: ReactNode
}

/** A − before the button that adds a product. It keeps its place while it is hidden, so nothing moves under a finger. */
export function GoodsChange({ product, quantity, context, children }: GoodsChangeProps) {
  return (
    <View className="goods__do">
      <View
        className={quantity > 0 ? 'goods__less goods__less--on' : 'goods__less'}
        {...pressableIn(context, goodsWords.less(product.name), () => context.remove(product))}
      />
      {children}
    </View>
  )
}
