import { View } from '@tarojs/components'
import { memo } from 'react'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { GoodsBlock } from '../../goods/goods-block'
import type { GoodsProps } from '../../goods/goods-card'
import { GoodsLarge } from '../../goods/goods-large'
import type { SectionProps } from '../../section'
import type { ShowcaseSettings } from './settings'
import './section.scss'

const Piece = memo(function Piece({ at, of, ...goods }: GoodsProps & ListPlace) {
  return (
    <View className="showcase__piece" {...aria({ role: 'listitem', posinset: at, setsize: of })}>
      <GoodsLarge {...goods} />
    </View>
  )
})

/** Every product large; side by side in a wide window. */
export function Showcase(section: SectionProps<ShowcaseSettings>) {
  const { shop, context, closed } = section
  const goods = { trade: shop.trade, context, closed }
  return (
    <GoodsBlock section={section} name="showcase" about={420}>
      {(product, place) => <Piece key={product.id} product={product} {...place} {...goods} />}
    </GoodsBlock>
  )
}
