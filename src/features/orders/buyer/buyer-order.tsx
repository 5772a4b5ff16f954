import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { expiresSoon } from '@/domain/order/order-expiry'
import type { RefundRefusal } from '@/domain/payment/refund'
import { orderExpiryWords } from '@/locales/order/order-expiry'
import { buyerNextWords } from '@/locales/order/order-next'
import { orderSpeech } from '@/locales/order/order-speech'
import { ordersWords } from '@/locales/order/orders'
import { payingWords } from '@/locales/payment/paying'
import { heading } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Speaker } from '@/ui/speaker/speaker'
import { ChangeOrder, type OnReceiver } from '../changes/change-order'
import { ClaimLink } from '../claim-link'
import { OrderFrame } from '../page/order-frame'
import { OrderGoods } from '../page/order-goods'
import { OrderProgress } from '../page/order-progress'
import { canStillChange } from '../page/order-stations'
import type { OrderView } from '../page/order-view'
import { ReceiverCard } from '../page/receiver-card'
import { RefundsCard } from '../page/refunds-card'
import { usePolledOrder } from '../page/use-polled-order'
import { ParcelCard } from '../parcel/parcel-card'
import { PayFooter } from '../paying/pay-footer'
import { ownPaymentCalls } from '../paying/payment-calls'
import { OrderStepButtons } from '../steps/order-step-buttons'
import { hasStepFooter, OrderStepFooter } from '../steps/order-step-footer'
import { useOrderSteps } from '../steps/use-order-steps'
import { ChangeMethod } from './change-method'
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

/** The buyer's page of an order: what happens next, its progress, and the shop's phone. */
export function BuyerOrder({ shopId, orderId, opensTill, notifyMe, onAgain, onReceiver }: BuyerOrderProps) {
  const read = usePolledOrder(shopId, orderId)
  const showOrder = (order: Order) => read.data && read.set({ ...read.data, order })
  const steps = useOrderSteps(shopId, ordersWords.question, showOrder)
  const now = serverNow()
  return (
    <OrderFrame
      read={read}
      notFoundText={ordersWords.goneText}
      foot={(view) =>
        view.order.payment.state === 'pending' && view.role === 'buyer' ? (
          <PayFooter
            orderId={orderId}
            order={view.order}
            calls={ownPaymentCalls(view.order)}
            opensAtOnce={opensTill}
            onOrder={(order) => (order ? showOrder(order) : void read.reload())}
          >
            <ChangeMethod view={view} onOrder={(order) => (order ? showOrder(order) : void read.reload())} />
            {view.payLinkKey && (
              <Button kind="line" onPress={() => go(urlOf('askPayment', { shop: shopId, order: orderId }))}>
                {payingWords.byOther}
              </Button>
            )}
          </PayFooter>
        ) : (
          hasStepFooter(view.order, view.role, steps) && (
            <OrderStepFooter
              hint={ordersWords.state(view.order)}
              order={view.order}
              side={view.role}
              steps={steps}
              call={callOf(view.shop)}
            />
          )
        )
      }
    >
      {({ order, shop, role, refunds, claims }) => (
        <>
          <NextCard
            order={{ ...order, isRefundRefused: refunds?.some((refund) => refund.isRefused) === true }}
            shop={shop}
            now={now}
          />
          {role === 'buyer' && order.state !== 'done' && order.state !== 'cancelled' && notifyMe}
          <ClaimLink {...{ order, role, claims }} />
          <ParcelCard parcel={order.parcel} />
          <RefundsCard refunds={refunds} />
          <ShopCard
            order={order}
            shop={shop}
            onAgain={onAgain && role === 'buyer' ? () => onAgain(order, shop.slug) : undefined}
          />
          <OrderGoods order={order} trade={shop.trade} noteTitle={ordersWords.noteMine} />
          <ReceiverCard order={order} />
          {role === 'buyer' && (
            <ChangeOrder
              order={order}
              hasSlots={shop.hasSlots === true}
              onOrder={showOrder}
              onReceiver={onReceiver}
            />
          )}
          {canStillChange(order) && <Text className="order-frame__hint">{ordersWords.watching}</Text>}
          <View className="order-frame__apart">
            <OrderStepButtons order={order} side={role} steps={steps} show="apart" />
          </View>
        </>
      )}
    </OrderFrame>
  )
}

const callOf = ({ name, phone }: OrderView['shop']) =>
  phone === undefined ? undefined : { label: ordersWords.callShopLabel(name, phone), phone }

interface NextCardProps extends Pick<OrderView, 'shop'> {
  order: Order & RefundRefusal
  now: number
}

/** The next step, which can be spoken, the order's progress, the time of its payment, and its expiry if that is near. */
function NextCard({ order, shop, now }: NextCardProps) {
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
      {order.payUntil !== undefined && (
        <Text className="order-frame__later">{payingWords.until(order.payUntil, now)}</Text>
      )}
      {expiresSoon(order, now) && (
        <Text className="order-frame__later">
          {orderExpiryWords.buyer(order.expiresAt, now, order.payment.state === 'paid')}
        </Text>
      )}
    </Card>
  )
}
