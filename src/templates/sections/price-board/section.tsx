import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { aria } from '@/platform/a11y/aria'
import type { ListPlace } from '@/ui/long-list/long-list'
import { Price } from '@/ui/price/price'
import { AddButton } from '../../goods/add-button'
import { GoodsBlock } from '../../goods/goods-block'
import type { GoodsProps } from '../../goods/goods-card'
import { pressableIn } from '../../goods/pressable-in'
import { priceTag } from '../../goods/price-tag'
import type { SectionProps } from '../../section'
import type { PriceBoardSettings } from './settings'
import './section.scss'

const about = { board: 76, slips: 90 }

interface LineProps extends GoodsProps, ListPlace {
  form: PriceBoardSettings['form']
}

const Line = memo(function Line({ product, context, closed, form, at, of }: LineProps) {
  const tag = priceTag(product)
  return (
    <View className="price-board__line" {...aria({ role: 'listitem', posinset: at, setsize: of })}>
      <View
        className="price-board__open"
        {...pressableIn(context, null, () => context.openProduct(product), { role: 'link' })}
      >
        <View className="price-board__words">
          <Text className="price-board__name">{product.name}</Text>
          {product.note && <Text className="price-board__note">{product.note}</Text>}
        </View>
        {tag && <Price fen={tag.fen} from={tag.from} unit={product.unit} size="large" />}
      </View>
      <AddButton product={product} context={context} closed={closed} inLine={form === 'board'} />
    </View>
  )
})

/** A list of products with large prices and no pictures. */
export function PriceBoard(section: SectionProps<PriceBoardSettings>) {
  const { settings, shop, context, closed } = section
  const goods = { trade: shop.trade, context, closed, form: settings.form }
  return (
    <GoodsBlock section={section} name="price-board" form={settings.form} about={about[settings.form]}>
      {(product, place) => <Line key={product.id} product={product} {...place} {...goods} />}
    </GoodsBlock>
  )
}
