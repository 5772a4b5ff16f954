import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order/order'
import { isChangeRequested } from '@/domain/order/order-details'
import { changeRequestWords } from '@/locales/order/change-requests'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import './order-state.scss'

/** The state of an order, for its seller, and of its refund if there is one. */
export function OrderState({ order }: { order: OrderSummary }) {
  const afterSale = sellerOrdersWords.afterSale[order.afterSale]
  return (
    <View>
      <View className="order-state">
        <Text className={`order-state__tag order-state__tag--${order.state}`}>
          {sellerOrdersWords.state(order)}
        </Text>
        {isChangeRequested(order) && (
          <Text className="order-state__tag order-state__tag--refund">{changeRequestWords.tag}</Text>
        )}
        {afterSale && <Text className="order-state__tag order-state__tag--refund">{afterSale}</Text>}
      </View>
    </View>
  )
}
