import { Text, View } from '@tarojs/components'
import type { RouteReply } from '@/contract/routes'
import { photoPath } from '@/domain/photo'
import { ordersWords } from '@/locales/order/orders'
import { agoWords } from '@/locales/time'
import { pressable } from '@/platform/a11y/aria'
import { assetUrl } from '@/platform/media/assets'
import { Card } from '@/ui/card/card'
import { Picture } from '@/ui/picture/picture'
import { Price } from '@/ui/price/price'
import './my-orders.scss'

interface MyOrderCardProps {
  order: RouteReply<'GET /api/me/orders'>['items'][number]
  now: number
  onOpen(): void
}

/** One of the buyer's orders: shop, goods, total, state and age. */
export function MyOrderCard({ order, now, onOpen }: MyOrderCardProps) {
  const { photo } = order
  return (
    <Card>
      <View className="my-orders__card" {...pressable(null, onOpen, { role: 'link' })}>
        <View className="my-orders__picture">
          <Picture
            src={photo && assetUrl(photoPath(photo.hash, 375))}
            art={order.trade}
            goods={order.first}
            alt=""
            ratio={1}
            rounded
            lazy
          />
        </View>
        <View className="my-orders__words">
          <View className="my-orders__head">
            <Text className="my-orders__shop">{order.shopName}</Text>
            <Text className={`my-orders__state my-orders__state--${order.state}`}>
              {ordersWords.mineState(order)}
            </Text>
          </View>
          <Text className="my-orders__what">{ordersWords.mineLines(order.first, order.lines)}</Text>
          {order.slot && (
            <Text className="my-orders__what">{ordersWords.slot(order.fulfilment, order.slot, now)}</Text>
          )}
          <View className="my-orders__head">
            <Price fen={order.total} size="small" />
            <Text className="my-orders__when">{agoWords(order.createdAt, now)}</Text>
          </View>
        </View>
      </View>
    </Card>
  )
}
