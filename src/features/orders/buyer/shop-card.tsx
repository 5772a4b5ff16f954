import { Text } from '@tarojs/components'
import type { Order } from '@/domain/order/order'
import { ordersWords } from '@/locales/order/orders'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { ListRow } from '@/ui/row/list-row'
import { WechatIdButton } from '@/ui/wechat-id/wechat-id-button'
import { CardTitle } from '../page/card-title'
import type { OrderAction } from '../page/order-action'
import { canStillChange } from '../page/order-stations'
import type { OrderView } from '../page/order-view'

/** The pickup place, or a hint to ask for it while the order is open. */
function pickupWords(order: Order, { phone, pickupPlace }: OrderView['shop']): string | undefined {
  if (order.fulfilment !== 'pickup') return undefined
  const { point } = order.groupBuy ?? {}
  if (point) return [point.name, point.when].filter(Boolean).join('　')
  if (!pickupPlace && !canStillChange(order)) return undefined
  return pickupPlace ?? (phone ? ordersWords.pickupUnknown : ordersWords.pickupNoPhone)
}

interface ShopCardProps {
  order: Order
  shop: OrderView['shop']
  /** Calls the shop, unless the page's main button does. */
  call: OrderAction | undefined
}

/** The shop of an order: pickup place, storefront, phone and WeChat id. */
export function ShopCard({ order, shop, call }: ShopCardProps) {
  const place = pickupWords(order, shop)
  return (
    <>
      {place && (
        <Card>
          <CardTitle>{ordersWords.pickupAt}</CardTitle>
          <Text className="order-frame__place">{place}</Text>
        </Card>
      )}
      <Card flush>
        {order.groupBuy && (
          <ListRow
            icon="goods"
            title={ordersWords.groupBuy(order.groupBuy.entry)}
            value={ordersWords.toGroupBuy}
            onPress={() => go(urlOf('groupBuy', { slug: shop.slug, id: order.groupBuy?.id ?? '' }))}
          />
        )}
        <ListRow
          icon="store"
          title={shop.name}
          value={ordersWords.toShop}
          onPress={() => go(urlOf('shop', { slug: shop.slug }))}
        />
        {call && <ListRow icon="phone" title={call.words} value={call.note} onPress={call.run} />}
      </Card>
      {shop.wechatId && <WechatIdButton id={shop.wechatId} />}
    </>
  )
}
