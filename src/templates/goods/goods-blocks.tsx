import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Product } from '@/domain/sku'

/** Products per block. Twelve fill whole rows of one, two, three and four. */
export const BLOCK = 12

interface GoodsBlocksProps {
  products: readonly Product[]
  /** The class of each block, which lays its products out. */
  className: string
  children(product: Product): ReactNode
}

/** Products in blocks, so that a long list can leave out what is far from the screen. */
export function GoodsBlocks({ products, className, children }: GoodsBlocksProps) {
  const starts = Array.from({ length: Math.ceil(products.length / BLOCK) }, (_, at) => at * BLOCK)
  return (
    <View className="goods-blocks">
      {starts.map((start) => (
        <View key={start} className={className}>
          {products.slice(start, start + BLOCK).map(children)}
        </View>
      ))}
    </View>
  )
}
