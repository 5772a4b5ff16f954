import { Text } from '@tarojs/components'
import { isOpen } from '@/domain/after-sale'
import type { Id } from '@/domain/id'
import type { Order } from '@/domain/order'
import { allowedActions } from '@/domain/order-transitions'
import { claimWords } from '@/locales/claims'
import { ordersWords } from '@/locales/orders'
import { sellerOrdersWords } from '@/locales/seller-orders'
import { OrderFrame } from '../order-frame'
import type { OrderView } from '../order-view'
import { useOrderSteps } from '../use-order-steps'
import { usePolledOrder } from '../use-polled-order'
import { ClaimCard } from './claim-card'
import { ClaimForm } from './claim-form'

/** What the buyer of an order claims, for both sides: the form to make a claim, its state, and the steps that answer it. */
export function ClaimScreen({ shopId, orderId }: { shopId: Id; orderId: Id }) {
  const read = usePolledOrder(shopId, orderId)
  const showOrder = (order: Order) => {
    if (read.data) read.set({ ...read.data, order })
    // the claim moves with its order
    void read.reload()
  }
  const steps = useOrderSteps(shopId, showOrder)
  return (
    <OrderFrame read={read} notFoundText={ordersWords.goneText}>
      {(view) => {
        const { order, role, claims = [] } = view
        const current = isOpen(order.afterSale) ? claims.at(-1) : undefined
        const canAsk = allowedActions(order, role).includes('ask-refund')
        return (
          <>
            {current && <ClaimCard view={view} claim={current} steps={steps} />}
            {canAsk && <ClaimForm view={view} onSent={showOrder} />}
            {!current && !canAsk && claims.length === 0 && (
              <Text className="order-frame__hint">{emptyWords(role)}</Text>
            )}
            {claims
              .filter((claim) => claim !== current)
              .reverse()
              .map((claim) => (
                <ClaimCard key={claim.id} view={view} claim={claim} />
              ))}
          </>
        )
      }}
    </OrderFrame>
  )
}

const emptyWords = (role: OrderView['role']) =>
  role === 'buyer' ? claimWords.closed : sellerOrdersWords.emptyTitles.refund
