import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { expiresSoon } from '@/domain/order-expiry'
import { orderExpiryWords } from '@/locales/zh-CN/order-expiry'
import { ownerNextWords } from '@/locales/zh-CN/order-next'
import { ordersWords } from '@/locales/zh-CN/orders'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { BlockBuyer } from './block-buyer'
import { OrderFrame } from './order-frame'
import { OrderGoods } from './order-goods'
import { OrderHistory } from './order-history'
import { OrderProgress } from './order-progress'
import { isMoving } from './progress'
import { ReceiverCard } from './receiver-card'
import { StepButtons } from './step-buttons'
import { hasFoot, StepFoot } from './step-foot'
import { useOrderSteps } from './use-order-steps'
import { useWatchedOrder } from './use-watched-order'

/** One order before its seller: what to do next below, everything about it above, what ends it apart. */
export function SellerOrder({ shopId, orderId }: { shopId: Id; orderId: Id }) {
  const read = useWatchedOrder(shopId, orderId)
  const { flash, say } = useFlash()
  const steps = useOrderSteps(shopId, (order) => read.data && read.set({ ...read.data, order }))
  const now = Date.now()
  return (
    <OrderFrame
      read={read}
      goneText={ordersWords.goneOwnerText}
      foot={({ order }) =>
        hasFoot(order, 'owner', steps) && (
          <StepFoot
            order={order}
            side="owner"
            steps={steps}
            call={{
              label: ordersWords.callLabel(order.receiver.name || ordersWords.buyer, order.receiver.phone),
              phone: order.receiver.phone,
            }}
          />
        )
      }
    >
      {({ order, shop, buyerBlocked }) => (
        <>
          <Card>
            <Text className="order-frame__next" {...heading(2)}>
              {ownerNextWords(order)}
            </Text>
            <OrderProgress order={order} now={now} />
            {order.fulfilment === 'pickup' && !shop.pickupPlace && isMoving(order) && (
              <Text className="order-frame__later">{ordersWords.tellPlace}</Text>
            )}
            {expiresSoon(order, now) && (
              <Text className="order-frame__later">{orderExpiryWords.owner(order.expiresAt, now)}</Text>
            )}
          </Card>
          <ReceiverCard order={order} say={say} />
          <OrderGoods order={order} trade={shop.trade} noteTitle={ordersWords.note} />
          <OrderHistory order={order} now={now} />
          <View className="order-frame__apart">
            <StepButtons order={order} side="owner" steps={steps} show="apart" />
          </View>
          <BlockBuyer
            shopId={shopId}
            orderId={orderId}
            blocked={buyerBlocked === true}
            onChanged={() => void read.reload()}
          />
          {flash}
        </>
      )}
    </OrderFrame>
  )
}
