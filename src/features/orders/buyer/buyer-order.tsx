import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { expiresSoon } from '@/domain/order/order-expiry'
import { orderExpiryWords } from '@/locales/order/order-expiry'
import { buyerNextWords } from '@/locales/order/order-next'
import { orderSpeech } from '@/locales/order/order-speech'
import { ordersWords } from '@/locales/order/orders'
import { payingWords } from '@/locales/payment/paying'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Speaker } from '@/ui/speaker/speaker'
import { type OnReceiver, RequestedChange } from '../changes/change-order'
import { OrderFrame } from '../page/order-frame'
import { OrderGoods } from '../page/order-goods'
import { canStillChange } from '../page/order-stations'
import type { OrderView } from '../page/order-view'
import { ReceiverCard } from '../page/receiver-card'
import { RefundsCard } from '../page/refunds-card'
import { StateCard } from '../page/state-card'
import { usePolledOrder } from '../page/use-polled-order'
import { ParcelCard } from '../parcel/parcel-card'
import { BuyerFoot, callAction } from './buyer-foot'
import { buyerMain } from './buyer-main'
import { ShopCard } from './shop-card'

interface BuyerOrderProps {
  shopId: Id
  orderId: Id
  /** Opens the till of an order that waits for its payment at once. */
  opensTill: boolean
  /** Offers notifications of an order that is not finished. */
  notifyMe?: ReactNode
  /** Puts the same goods into the cart again. */
  onAgain?(order: Order, slug: string): void
  /** Receives the receiver before and after a change. */
  onReceiver?: OnReceiver
}

/** The buyer's page of an order: state, goods, shop and receiver; at the foot what to do next, and 更多. */
export function BuyerOrder({ shopId, orderId, opensTill, notifyMe, onAgain, onReceiver }: BuyerOrderProps) {
  const read = usePolledOrder(shopId, orderId)
  const show = (order: Order | undefined) => {
    if (!order) void read.reload()
    else if (read.data) read.set({ ...read.data, order })
  }
  return (
    <OrderFrame
      read={read}
      notFoundText={ordersWords.goneText}
      foot={(view) => (
        <BuyerFoot
          view={view}
          opensTill={opensTill}
          onOrder={show}
          onAgain={onAgain}
          onReceiver={onReceiver}
        />
      )}
    >
      {(view) => {
        const { order, shop, role } = view
        const isBuyer = role === 'buyer'
        return (
          <>
            <BuyerState view={view} />
            <OrderGoods order={order} trade={shop.trade} noteTitle={ordersWords.noteMine} />
            <RefundsCard refunds={view.refunds} />
            <ParcelCard parcel={order.parcel} />
            <ShopCard
              order={order}
              shop={shop}
              call={buyerMain(view) === 'call' ? undefined : callAction(shop)}
            />
            <ReceiverCard order={order} />
            {isBuyer && <RequestedChange order={order} onOrder={show} onReceiver={onReceiver} />}
            {isBuyer && order.state !== 'done' && order.state !== 'cancelled' && notifyMe}
            {canStillChange(order) && <Text className="order-frame__hint">{ordersWords.watching}</Text>}
          </>
        )
      }}
    </OrderFrame>
  )
}

/** The state of the order, which can be spoken, when to pay, and until when something happens. */
function BuyerState({ view: { order, shop, refunds } }: { view: OrderView }) {
  const now = serverNow()
  const hasPhone = shop.phone !== undefined
  const shownOrder = { ...order, isRefundRefused: refunds?.some((refund) => refund.isRefused) === true }
  const isPaid = order.payment.state === 'paid'
  return (
    <StateCard
      order={order}
      state={buyerNextWords(shownOrder, hasPhone)}
      aside={<Speaker text={orderSpeech(shownOrder, hasPhone)} />}
      deadlines={[
        order.payUntil !== undefined && payingWords.until(order.payUntil, now),
        expiresSoon(order, now) && orderExpiryWords.buyer(order.expiresAt, now, isPaid),
      ]}
    >
      {order.payment.state === 'due' && order.state !== 'done' && (
        <Text className="order-frame__later">{ordersWords.payLater(order.fulfilment)}</Text>
      )}
    </StateCard>
  )
}
