import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order'
import { ordersWords } from '@/locales/zh-CN/orders'
import type { Side } from './order-view'
import './order-state.scss'

/** Where an order stands, and beside it what is open about a refund. */
export function OrderState({ order, side }: { order: OrderSummary; side: Side }) {
  const afterSale = ordersWords.afterSale[order.afterSale]
  return (
    <View>
      <View className="order-state">
        <Text className={`order-state__tag order-state__tag--${order.state}`}>
          {ordersWords.state[side](order.state, order.fulfilment)}
        </Text>
        {afterSale && <Text className="order-state__tag order-state__tag--refund">{afterSale}</Text>}
      </View>
    </View>
  )
}
