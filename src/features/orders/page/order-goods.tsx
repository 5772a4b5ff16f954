import { Text, View } from '@tarojs/components'
import type { Order } from '@/domain/order/order'
import type { Trade } from '@/domain/shop/trade'
import { fulfilmentWords, paymentWords } from '@/locales/order/fulfilment'
import { paymentStateWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Card } from '@/ui/card/card'
import { OrderLines } from '@/ui/order-lines/order-lines'
import { OrderSums } from '@/ui/order-lines/order-sums'
import { CardTitle } from './card-title'
import './order-goods.scss'

/** The order's lines, totals, payment and note. */
export function OrderGoods({ order, trade, noteTitle }: { order: Order; trade: Trade; noteTitle: string }) {
  const { payment, fulfilment, note, slot } = order
  const how = paymentWords(payment.method, fulfilment)
  return (
    <Card>
      <OrderLines lines={order.lines} trade={trade} hasTotal />
      <OrderSums {...order} kind={fulfilment} />
      <View className="order-goods__pay">
        <Text>{fulfilmentWords[fulfilment]}</Text>
        {slot && <Text className="order-goods__slot">{ordersWords.slot(fulfilment, slot, serverNow())}</Text>}
        <Text>{ordersWords.paidHow(how, paymentStateWords(order))}</Text>
        {payment.collected && <Text>{ordersWords.collected(payment.collected, order.total)}</Text>}
      </View>
      {note && (
        <View className="order-goods__note">
          <CardTitle>{noteTitle}</CardTitle>
          <Text className="order-goods__note-text">{note}</Text>
        </View>
      )}
    </Card>
  )
}
