import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order'
import { ordersWords } from '@/locales/orders'
import { sellerOrdersWords } from '@/locales/seller-orders'
import type { Side } from './order-view'
import './order-state.scss'

/** The state of an order, and of its refund if there is one. */
export function OrderState({ order, side }: { order: OrderSummary; side: Side }) {
  const afterSale = sellerOrdersWords.afterSale[order.afterSale]
  return (
    <View>
      <View className="order-state">
        <Text className={`order-state__tag order-state__tag--${order.state}`}>
          {ordersWords.state[side](order)}
        </Text>
        {afterSale && <Text className="order-state__tag order-state__tag--refund">{afterSale}</Text>}
      </View>
    </View>
  )
}
