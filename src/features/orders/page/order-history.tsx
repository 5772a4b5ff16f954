import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order/order'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { momentWords } from '@/locales/time'
import { Card } from '@/ui/card/card'
import { CardTitle } from './card-title'
import './order-history.scss'

function Row({ what, when }: { what: string; when: string }) {
  return (
    <View className="order-history__row">
      <Text className="order-history__what">{what}</Text>
      <Text className="order-history__when">{when}</Text>
    </View>
  )
}

/** The events of an order with their times, oldest first. */
export function OrderHistory({ order, now }: { order: Order; now: number }) {
  return (
    <Card>
      <CardTitle>{sellerOrdersWords.history}</CardTitle>
      <Row what={sellerOrdersWords.placedEvent} when={momentWords(order.createdAt, now)} />
      {order.history.map((event) => (
        <Row
          key={`${event.action} ${event.at}`}
          what={sellerOrdersWords.event(event, order.fulfilment)}
          when={momentWords(event.at, now)}
        />
      ))}
    </Card>
  )
}
