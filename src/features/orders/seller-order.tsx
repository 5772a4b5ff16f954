import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import { isOpen } from '@/domain/after-sale'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import { expiresSoon } from '@/domain/order-expiry'
import { canNameParcel } from '@/domain/parcel'
import { isPaidInPerson } from '@/domain/payment'
import { orderExpiryWords } from '@/locales/order-expiry'
import { ordersWords } from '@/locales/orders'
import { printOrdersWords } from '@/locales/print-orders'
import { ownerNextWords, sellerOrdersWords } from '@/locales/seller-orders'
import { heading } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { BlockBuyer } from './block-buyer'
import { CardRefund } from './card-refund'
import { ChangeRequestCard } from './changes/change-request-card'
import { ClaimLink } from './claim-link'
import { CollectPart } from './collect-part'
import { OrderFrame } from './order-frame'
import { OrderGoods } from './order-goods'
import { OrderHistory } from './order-history'
import { OrderPane } from './order-pane'
import { OrderProgress } from './order-progress'
import { canStillChange } from './order-stations'
import { OrderStepButtons } from './order-step-buttons'
import { hasStepFooter, OrderStepFooter } from './order-step-footer'
import type { OrderView } from './order-view'
import { ParcelCard } from './parcel-card'
import { ParcelForm } from './parcel-form'
import { printOrders } from './print/print-job'
import { ReceiverCard } from './receiver-card'
import { RefundPart } from './refund-part'
import { RefundsCard } from './refunds-card'
import { layoutSteps } from './step-layout'
import { useOrderSteps } from './use-order-steps'
import { usePolledOrder } from './use-polled-order'

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
