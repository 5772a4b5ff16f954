import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '@/domain/id'
import { isOpen } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/allowed-actions'
import type { Order } from '@/domain/order/order'
import { claimWords } from '@/locales/order/claims'
import { ordersWords } from '@/locales/order/orders'
import { Button } from '@/ui/button/button'
import { OrderFrame } from '../page/order-frame'
import type { OrderView } from '../page/order-view'
import { usePolledOrder } from '../page/use-polled-order'
import { useOrderSteps } from '../steps/use-order-steps'
import { ClaimButtons } from './claim-buttons'
import { ClaimCard } from './claim-card'
import { ClaimForm } from './claim-form'

/** The claims of an order's buyer, for both sides: the form to make a claim, its state, and the steps that answer it. */
export function ClaimScreen({ shopId, orderId }: { shopId: Id; orderId: Id }) {
  const read = usePolledOrder(shopId, orderId)
  const showOrder = (order: Order) => {
    if (read.data) read.set({ ...read.data, order })
    // the claim moves with its order
    void read.reload()
  }
  const steps = useOrderSteps(shopId, ordersWords.question, showOrder)
  return (
    <OrderFrame title={claimWords.page} read={read} notFoundText={ordersWords.goneText}>
      {(view) => {
        const { order, role, claims = [] } = view
        const current = isOpen(order.afterSale) ? claims.at(-1) : undefined
        const canAsk = allowedActions(order, role).includes('ask-refund')
        return (
          <>
            {current && (
              <ClaimCard view={view} claim={current} isOpen>
                <ClaimButtons view={view} steps={steps} />
              </ClaimCard>
            )}
            {!current && !canAsk && claims.length === 0 && (
              <Text className="order-frame__hint">{claimWords.closed[role]}</Text>
            )}
            {claims
              .filter((claim) => claim !== current)
              .reverse()
              .map((claim) => (
                <ClaimCard key={claim.id} view={view} claim={claim} />
              ))}
            {canAsk && <NewClaim view={view} onSent={showOrder} />}
          </>
        )
      }}
    </OrderFrame>
  )
}

/** The form of a claim; behind a button when there has been one, whose outcome is to be read first. */
function NewClaim({ view, onSent }: { view: OrderView; onSent(order: Order): void }) {
  const [isAgain, setAgain] = useState(false)
  if (view.claims === undefined || isAgain) return <ClaimForm view={view} onSent={onSent} />
  return (
    <Button kind="line" onPress={() => setAgain(true)}>
      {claimWords.again}
    </Button>
  )
}
