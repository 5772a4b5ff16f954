import { Text, View } from '@tarojs/components'
import { priceOf } from '@/domain/group-buy/group-buy'
import { groupBuyPageWords as words } from '@/locales/group-buy/group-buy-page'
import { orderLinesWords } from '@/locales/order/order-lines'
import { aria } from '@/platform/a11y/aria'
import { LinePicture } from '@/ui/line-picture/line-picture'
import { Price } from '@/ui/price/price'
import { Stepper } from '@/ui/stepper/stepper'
import type { GroupBuyReply } from './group-buy-page'
import type { EntryDraft } from './use-entry-draft'

interface GoodsPartProps {
  reply: GroupBuyReply
  draft: EntryDraft
  /** Quantities can be chosen. */
  isOpen: boolean
}

/** The goods of a group buy with picture, price and what is left, and a stepper for each while people can join. */
export function GoodsPart({ reply: { groupBuy, shop }, draft, isOpen }: GoodsPartProps) {
  return (
    <View className="group-goods" {...aria({ role: 'list' })}>
      {groupBuy.goods.map((goods) => {
        const name = orderLinesWords.name(goods.name, goods.label)
        const most = draft.mostOf(goods)
        return (
          <View key={goods.skuId} className="group-goods__row" {...aria({ role: 'listitem' })}>
            <View className="group-goods__picture">
              <LinePicture line={goods} trade={shop.trade} />
            </View>
            <View className="group-goods__words">
              <Text className="group-goods__name">{name}</Text>
              <View className="group-goods__prices">
                <Price fen={priceOf(goods)} unit={goods.unit} />
                {goods.struckPrice !== undefined && (
                  <Text className="group-goods__was">{words.was(goods.struckPrice)}</Text>
                )}
              </View>
              <Text className="group-goods__left">
                {words.left(goods.left, goods.unit)}
                {goods.maxPerPerson !== undefined && goods.left > 0
                  ? `　${words.most(goods.maxPerPerson, goods.unit)}`
                  : ''}
              </Text>
            </View>
            {isOpen && most > 0 && (
              <View className="group-goods__stepper">
                <Stepper
                  label={name}
                  value={draft.quantityOf(goods)}
                  max={most}
                  onChange={(quantity) => draft.setQuantity(goods.skuId, quantity)}
                />
              </View>
            )}
          </View>
        )
      })}
    </View>
  )
}
