import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order/order'
import { ordersWords } from '@/locales/order/orders'
import { dial } from '@/platform/device/dial'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { WechatIdButton } from '@/ui/wechat-id/wechat-id-button'
import { CardTitle } from '../page/card-title'
import { canStillChange } from '../page/order-stations'
import type { OrderView } from '../page/order-view'

/** The pickup place, or a hint to ask for it while the order is open. */
function pickupWords(order: Order, { phone, pickupPlace }: OrderView['shop']): string | undefined {
  if (order.fulfilment !== 'pickup') return undefined
  if (!pickupPlace && !canStillChange(order)) return undefined
  return pickupPlace ?? (phone ? ordersWords.pickupUnknown : ordersWords.pickupNoPhone)
}

interface ShopCardProps {
  order: Order
  shop: OrderView['shop']
  /** Orders the same once more; absent for the shop itself. */
  onAgain?: (() => void) | undefined
}

/** The shop of an order: pickup place, phone, ordering the same again, and links to the storefront and to all orders. */
export function ShopCard({ order, shop, onAgain }: ShopCardProps) {
  const { phone, wechatId } = shop
  const place = pickupWords(order, shop)
  return (
    <Card>
      <View className="order-frame__shop">
        {place && (
          <View>
            <CardTitle>{ordersWords.pickupAt}</CardTitle>
            <Text className="order-frame__place">{place}</Text>
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
        {wechatId && <WechatIdButton id={wechatId} />}
        {onAgain && (
          <Button kind="soft" icon="cart" onPress={onAgain}>
            {ordersWords.again}
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
        <Button kind="line" icon="order" onPress={() => go(urlOf('orders'))}>
          {ordersWords.mine}
        </Button>
      </View>
    </Card>
  )
}
