import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { isSoldOut, type Product } from '@/domain/product/product'
import type { Trade } from '@/domain/shop/trade'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import type { SectionContext } from '../section'
import { AddButton } from './add-button'
import { BuyButton } from './buy-button'
import { goodsLabel } from './goods-label'
import { GoodsPicture } from './goods-picture'
import { pressableIn } from './pressable-in'
import { priceTag } from './price-tag'
import './goods.scss'
import './lead-card.scss'

export interface GoodsProps {
  product: Product
  trade: Trade
  context: SectionContext
  closed: boolean
}

interface GoodsCardProps extends GoodsProps, ListPlace {
  /** The first of a grid, which is larger. */
  isLead?: boolean
  /** + or the word 买. */
  button?: 'plus' | 'word'
}

/** A product in a grid: picture, name, price and +. Only this card re-renders when its quantity changes. */
export const GoodsCard = memo(function GoodsCard(props: GoodsCardProps) {
  const { product, trade, context, closed, at, of, isLead = false, button = 'plus' } = props
  const Add = button === 'word' ? BuyButton : AddButton
  const tag = priceTag(product)
  return (
    <View
      className={`goods-card ${isLead ? 'goods-card--lead' : ''} ${isSoldOut(product) ? 'goods--out' : ''}`}
      {...aria({ role: 'listitem', posinset: at, setsize: of })}
    >
      <View
        className="goods-card__open"
        {...pressableIn(context, goodsLabel(product), () => context.openProduct(product), { role: 'link' })}
      >
        <View className="goods__picture">
          <GoodsPicture
            {...{ product, trade, context }}
            width={isLead ? 750 : 375}
            alt={product.name}
            fits={!isLead}
            lazy
          />
        </View>
        <Text className="goods-card__name">{product.name}</Text>
      </View>
      <View className="goods-card__foot">
        <View className="goods__price">
          {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} />}
        </View>
        <Add product={product} context={context} closed={closed} />
      </View>
    </View>
  )
})
