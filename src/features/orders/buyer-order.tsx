import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { expiresSoon } from '@/domain/order-expiry'
import { orderExpiryWords } from '@/locales/order-expiry'
import { buyerNextWords } from '@/locales/order-next'
import { orderSpeech } from '@/locales/order-speech'
import { ordersWords } from '@/locales/orders'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { Speaker } from '@/ui/speaker/speaker'
import { OrderFrame } from './order-frame'
import { OrderGoods } from './order-goods'
import { OrderProgress } from './order-progress'
import { canStillChange } from './order-stations'
import { OrderStepButtons } from './order-step-buttons'
import { hasStepFooter, OrderStepFooter } from './order-step-footer'
import type { OrderView } from './order-view'
import { ReceiverCard } from './receiver-card'
import { ShopCard } from './shop-card'
import { useOrderSteps } from './use-order-steps'
import { usePolledOrder } from './use-polled-order'

/** The buyer's page of an order: what happens next, its progress, and the shop's phone. */
export function BuyerOrder({ shopId, orderId }: { shopId: Id; orderId: Id }) {
  const read = usePolledOrder(shopId, orderId)
  const steps = useOrderSteps(shopId, (order) => read.data && read.set({ ...read.data, order }))
  const now = Date.now()
  return (
    <OrderFrame
      read={read}
      notFoundText={ordersWords.goneText}
      foot={({ order, role, shop }) =>
        hasStepFooter(order, role, steps) && (
          <OrderStepFooter
            order={order}
            side={role}
            steps={steps}
            call={
              shop.phone
                ? { label: ordersWords.callShopLabel(shop.name, shop.phone), phone: shop.phone }
                : undefined
            }
          />
        )
      }
    >
      {({ order, shop, role }) => (
        <>
          <NextCard order={order} shop={shop} now={now} />
          <ShopCard order={order} shop={shop} />
          <OrderGoods order={order} trade={shop.trade} noteTitle={ordersWords.noteMine} />
          <ReceiverCard order={order} />
          {canStillChange(order) && <Text className="order-frame__hint">{ordersWords.watching}</Text>}
          <View className="order-frame__apart">
            <OrderStepButtons order={order} side={role} steps={steps} show="apart" />
          </View>
        </>
      )}
    </OrderFrame>
  )
}

/** What happens next, which can be spoken, the order's progress, and when the buyer pays. */
function NextCard({ order, shop, now }: Pick<OrderView, 'order' | 'shop'> & { now: number }) {
  const hasPhone = shop.phone !== undefined
  return (
    <Card>
      <View className="order-frame__head">
        <Text className="order-frame__next" {...heading(2)}>
          {buyerNextWords(order, hasPhone)}
        </Text>
        <Speaker text={orderSpeech(order, hasPhone)} />
      </View>
      <OrderProgress order={order} now={now} />
      {order.payment.state === 'due' && order.state !== 'done' && (
        <Text className="order-frame__later">{ordersWords.payLater(order.fulfilment)}</Text>
      )}
      {expiresSoon(order, now) && (
        <Text className="order-frame__later">{orderExpiryWords.buyer(order.expiresAt, now)}</Text>
      )}
    </Card>
  )
}
