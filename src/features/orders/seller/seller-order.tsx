import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Id } from '@/domain/id'
import { isOpen } from '@/domain/order/after-sale'
import type { Order } from '@/domain/order/order'
import { expiresSoon } from '@/domain/order/order-expiry'
import { canNameParcel } from '@/domain/order/parcel'
import { isPaidInPerson } from '@/domain/payment/payment'
import { orderExpiryWords } from '@/locales/order/order-expiry'
import { ordersWords } from '@/locales/order/orders'
import { printOrdersWords } from '@/locales/order/print-orders'
import { ownerNextWords, sellerOrdersWords } from '@/locales/order/seller-orders'
import { heading } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { ChangeRequestCard } from '../changes/change-request-card'
import { ClaimLink } from '../claim-link'
import { OrderPane } from '../list/order-pane'
import { OrderFrame } from '../page/order-frame'
import { OrderGoods } from '../page/order-goods'
import { OrderHistory } from '../page/order-history'
import { OrderProgress } from '../page/order-progress'
import { canStillChange } from '../page/order-stations'
import type { OrderView } from '../page/order-view'
import { ReceiverCard } from '../page/receiver-card'
import { RefundsCard } from '../page/refunds-card'
import { usePolledOrder } from '../page/use-polled-order'
import { ParcelCard } from '../parcel/parcel-card'
import { ParcelForm } from '../parcel/parcel-form'
import { printOrders } from '../print/print-job'
import { OrderStepButtons } from '../steps/order-step-buttons'
import { hasStepFooter, OrderStepFooter } from '../steps/order-step-footer'
import { layoutSteps } from '../steps/step-layout'
import { useOrderSteps } from '../steps/use-order-steps'
import { BlockBuyer } from './block-buyer'
import { CardRefund } from './card-refund'
import { CollectPart } from './collect-part'
import { RefundPart } from './refund-part'

interface SellerOrderProps {
  shopId: Id
  orderId: Id
  /** Set beside the list of orders: `version` grows when orders change in the list, `onOrder` receives the order changed here. */
  beside?: { version: number; onOrder(order: Order): void }
}

/** An order for the seller: its details, the next step at the foot, and the steps that end it. */
export function SellerOrder({ shopId, orderId, beside }: SellerOrderProps) {
  const read = usePolledOrder(shopId, orderId)
  useReloadOnVersion(beside?.version, read.reload)
  const { flash, say } = useFlash()
  const replace = (order: Order) => {
    beside?.onOrder(order)
    if (read.data) read.set({ ...read.data, order })
  }
  const steps = useOrderSteps(shopId, sellerOrdersWords.question, (order) => {
    replace(order)
    // refunds move with their order
    if (read.data?.refunds) void read.reload()
  })
  const now = serverNow()
  return (
    <OrderFrame
      read={read}
      notFoundText={sellerOrdersWords.goneOwnerText}
      frame={beside && OrderPane}
      foot={({ order }) =>
        hasStepFooter(order, 'owner', steps) && (
          <OrderStepFooter
            hint={sellerOrdersWords.state(order)}
            order={order}
            side="owner"
            steps={steps}
            call={callOf(order)}
          />
        )
      }
    >
      {({ order, shop, buyerBlocked, refunds, refundable, claims, isHeld, canNameCard }) => (
        <>
          <NextCard order={order} shop={shop} now={now}>
            <CollectPart order={order} steps={steps} />
            {layoutSteps(order, 'owner').secondary && (
              <View className="order-frame__apart">
                <OrderStepButtons order={order} side="owner" steps={steps} show="secondary" />
              </View>
            )}
          </NextCard>
          <ClaimLink {...{ order, role: 'owner', claims }} />
          <ChangeRequestCard order={order} onOrder={replace} />
          <ParcelCard parcel={order.parcel}>
            {canNameParcel(order) && (
              <ParcelForm order={order} isHeld={isHeld === true} onChanged={replace} notify={say} />
            )}
          </ParcelCard>
          <ReceiverCard order={order} notify={say} />
          <OrderGoods order={order} trade={shop.trade} noteTitle={sellerOrdersWords.note} />
          <Button kind="line" icon="order" onPress={() => printOrders(shopId, [order])}>
            {printOrdersWords.open}
          </Button>
          <RefundsCard refunds={refunds} />
          {canNameCard && (
            <CardRefund
              shopId={shopId}
              orderId={orderId}
              onOrder={(next) => {
                if (next) replace(next)
                void read.reload()
              }}
            />
          )}
          <OrderHistory order={order} now={now} />
          <View className="order-frame__apart">
            <OrderStepButtons order={order} side="owner" steps={steps} show="apart" />
          </View>
          {refundable !== undefined && canRefundPart(order) && (
            <RefundPart {...{ shopId, orderId, refundable }} onRefunded={() => void read.reload()} />
          )}
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

/** Reads the order again when the list beside it has changed it. */
function useReloadOnVersion(version: number | undefined, reload: () => Promise<void>) {
  const known = useRef(version)
  useEffect(() => {
    if (known.current === version) return
    known.current = version
    void reload()
  }, [version, reload])
}

/** An open claim is answered instead. */
const canRefundPart = ({ payment, afterSale }: OrderView['order']): boolean =>
  !isPaidInPerson(payment.method) && !isOpen(afterSale)

const callOf = ({ receiver: { name, phone } }: OrderView['order']) => ({
  label: ordersWords.callLabel(name || ordersWords.buyer, phone),
  phone,
})

type NextCardProps = Pick<OrderView, 'order' | 'shop'> & { now: number; children: ReactNode }

/** The seller's next step, the order's progress, a fact that the buyer does not know yet, and the order's expiry if that is near. */
function NextCard({ order, shop, now, children }: NextCardProps) {
  return (
    <Card>
      <Text className="order-frame__next" {...heading(2)}>
        {ownerNextWords(order)}
      </Text>
      <OrderProgress order={order} now={now} />
      {children}
      {order.fulfilment === 'pickup' && !shop.pickupPlace && canStillChange(order) && (
        <Text className="order-frame__later">{sellerOrdersWords.explainPlace}</Text>
      )}
      {expiresSoon(order, now) && (
        <Text className="order-frame__later">{orderExpiryWords.owner(order.expiresAt, now)}</Text>
      )}
    </Card>
  )
}
