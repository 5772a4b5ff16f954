import { Text, View } from '@tarojs/components'
import { goodsWords } from '@/locales/product/goods'
import { Picture } from '@/ui/picture/picture'
import type { SectionShop } from '../section'
import './empty-goods.scss'

/** Replaces a product list that has no products to show. */
export function EmptyGoods({ shop, soldOut }: { shop: SectionShop; soldOut: boolean }) {
  const words = goodsWords
  return (
    <View className="empty-goods">
      <View className="empty-goods__picture">
        <Picture art={shop.trade} alt="" ratio={1} rounded />
      </View>
      <Text className="empty-goods__title">{soldOut ? words.soldOutAll : words.emptyTitle}</Text>
      <Text className="empty-goods__text">{shop.phone ? words.emptyCall : words.emptyText}</Text>
    </View>
  )
}
