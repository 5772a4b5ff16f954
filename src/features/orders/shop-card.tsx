import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order'
import { go } from '@/platform/navigate'
import { dial } from '@/platform/phone'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ordersWords } from '@/words/zh/orders'
import { CardTitle } from './card-title'
import type { OrderView } from './order-view'

function pickupWords({ phone, pickupPlace }: OrderView['shop']): string {
  return pickupPlace ?? (phone ? ordersWords.pickupUnknown : ordersWords.pickupNoPhone)
}

/** The shop an order was placed in: where to fetch the goods, its phone, and the way back to it. */
export function ShopCard({ order, shop }: { order: Order; shop: OrderView['shop'] }) {
  const { phone } = shop
  return (
    <Card>
      <View className="order-frame__shop">
        {order.fulfilment === 'pickup' && (
          <View>
            <CardTitle>{ordersWords.pickupAt}</CardTitle>
            <Text className="order-frame__place">{pickupWords(shop)}</Text>
          </View>
        )}
        {phone && (
          <Button
            kind="soft"
            icon="phone"
            label={ordersWords.callShopLabel(shop.name, phone)}
            onPress={() => dial(phone)}
          >
            {ordersWords.callShop}
          </Button>
        )}
        <Button
          kind="line"
          icon="store"
          label={ordersWords.toShopLabel(shop.name)}
          onPress={() => go(urlOf('shop', { slug: shop.slug }))}
        >
          {ordersWords.toShop}
        </Button>
      </View>
    </Card>
  )
}
