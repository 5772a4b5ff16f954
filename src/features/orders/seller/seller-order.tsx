import { Text } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { Id } from '@/domain/id'
import { isAboutCancelling, isOpen } from '@/domain/order/after-sale'
import type { Order } from '@/domain/order/order'
import { expiresSoon } from '@/domain/order/order-expiry'
import { claimWords } from '@/locales/order/claims'
import { orderExpiryWords } from '@/locales/order/order-expiry'
import { parcelFormWords } from '@/locales/order/parcel-form'
import { ownerNextWords, sellerOrdersWords } from '@/locales/order/seller-orders'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useFlash } from '@/ui/flash/flash'
import { ChangeRequestCard } from '../changes/change-request-card'
import { ClaimCard } from '../claims/claim-card'
import { OrderPane } from '../list/order-pane'
import { OrderFrame } from '../page/order-frame'
import { OrderGoods } from '../page/order-goods'
import { canStillChange } from '../page/order-stations'
import type { OrderView } from '../page/order-view'
import { ReceiverCard } from '../page/receiver-card'
import { RefundsCard } from '../page/refunds-card'
import { StateCard } from '../page/state-card'
import { usePolledOrder } from '../page/use-polled-order'
import { ParcelCard } from '../parcel/parcel-card'
import { isParcelDue } from '../parcel/parcel-form'
import { SellerFoot } from './seller-foot'

interface SellerOrderProps {
  shopId: Id
  orderId: Id
  /** Set beside the list of orders: `version` grows when orders change in the list, `onOrder` receives the order changed here. */
  beside?: { version: number; onOrder(order: Order): void }
}

/** An order for the seller: its state, what the buyer asks for, goods and receiver; at the foot what to do next, and 更多. */
export function SellerOrder({ shopId, orderId, beside }: SellerOrderProps) {
  const read = usePolledOrder(shopId, orderId)
  useReloadOnVersion(beside?.version, read.reload)
  const { flash, say } = useFlash()
  const replace = (order: Order) => {
    beside?.onOrder(order)
    if (read.data) read.set({ ...read.data, order })
  }
  return (
    <OrderFrame
      read={read}
      notFoundText={sellerOrdersWords.goneOwnerText}
      frame={beside && OrderPane}
      foot={(view) => (
        <SellerFoot view={view} onOrder={replace} reload={() => void read.reload()} notify={say} />
      )}
    >
      {(view) => (
        <>
          <SellerState view={view} />
          <OpenClaim view={view} />
          <ChangeRequestCard order={view.order} onOrder={replace} />
          <OrderGoods order={view.order} trade={view.shop.trade} noteTitle={sellerOrdersWords.note} />
          <ReceiverCard order={view.order} notify={say} />
          <ParcelCard parcel={view.order.parcel} />
          <RefundsCard refunds={view.refunds} />
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

function OpenClaim({ view }: { view: OrderView }) {
  const claim = isOpen(view.order.afterSale) ? view.claims?.at(-1) : undefined
  return claim ? <ClaimCard view={view} claim={claim} isOpen /> : null
}

/** The state of the order with its deadlines, and facts that the buyer does not know yet. */
function SellerState({ view }: { view: OrderView }) {
  const { order, shop } = view
  const now = serverNow()
  const { afterSale, answerBy } = order
  return (
    <StateCard
      order={order}
      state={sellerOrdersWords.state(order)}
      next={ownerNextWords(order)}
      deadlines={[
        expiresSoon(order, now) && orderExpiryWords.owner(order.expiresAt, now),
        isAboutCancelling(afterSale) &&
          answerBy !== undefined &&
          claimWords.silence(afterSale, 'owner', momentWords(answerBy, now)),
        isParcelDue(view) && (view.isHeld ? parcelFormWords.heldText : parcelFormWords.text),
      ]}
    >
      {order.fulfilment === 'pickup' && !shop.pickupPlace && canStillChange(order) && (
        <Text className="order-frame__later">{sellerOrdersWords.explainPlace}</Text>
      )}
    </StateCard>
  )
}
