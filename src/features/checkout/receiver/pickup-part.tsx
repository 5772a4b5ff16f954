import { Text, View } from '@tarojs/components'
import type { Shop } from '@/domain/shop/shop'
import { checkoutWords } from '@/locales/order/checkout'
import { Card } from '@/ui/card/card'
import { Icon } from '@/ui/icon/icon'
import './pickup-part.scss'

/** The place where the buyer picks the goods up. */
export function PickupPart({ shop }: { shop: Pick<Shop, 'pickupPlace'> }) {
  const { pickupTitle, pickupAsk } = checkoutWords
  return (
    <Card>
      <View className="where-part">
        <Icon name="location" size={24} />
        <View className="where-part__words">
          <Text className="where-part__title">{shop.pickupPlace ? pickupTitle : pickupAsk}</Text>
          {shop.pickupPlace && <Text className="where-part__place">{shop.pickupPlace}</Text>}
        </View>
      </View>
    </Card>
  )
}
