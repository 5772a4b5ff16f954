import { isOpen } from '@/domain/order/after-sale'
import type { Order } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { isPaidInPerson } from '@/domain/payment/payment'
import { ordersWords } from '@/locales/order/orders'
import { printOrdersWords } from '@/locales/order/print-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { claimAction } from '../page/claim-action'
import { OrderFoot } from '../page/order-foot'
import { useOrderHistory } from '../page/order-history'
import type { OrderView } from '../page/order-view'
import { isParcelDue, useParcelForm } from '../parcel/parcel-form'
import { printOrders } from '../print/print-job'
import { layoutSteps, type PageStep } from '../steps/step-layout'
import { useOrderSteps } from '../steps/use-order-steps'
import { useStepActions } from '../steps/use-step-actions'
import { useBlockBuyer } from './block-buyer'
import { useCardRefund } from './card-refund'
import { useCollectPart } from './collect-part'
import { useRefundPart } from './refund-part'
import { isCancelAnswer, useAnswers } from './use-answers'

interface SellerFootProps {
  view: OrderView
  onOrder(order: Order): void
  reload(): void
  /** Shows a message. */
  notify(message: string): void
}

/** The foot of an order's page for its seller: the main action that the state has, and 更多 with everything else. */
export function SellerFoot({ view, onOrder, reload, notify }: SellerFootProps) {
  const { order, isHeld = false, claims, refunds } = view
  const ids = { shopId: order.shopId, orderId: order.id }
  const parcel = useParcelForm({ order, isHeld, onChanged: onOrder, notify })
  const steps = useOrderSteps(order.shopId, sellerOrdersWords.question, (next) => {
    onOrder(next)
    // refunds and claims move with their order
    if (refunds || claims) reload()
    if (next.fulfilment === 'courier' && order.state === 'accepted' && next.state === 'underway')
      parcel.open()
  })
  const step = useStepActions(order, 'owner', steps)
  const answers = useAnswers(view, steps, step.toAction)
  const collect = useCollectPart(order, steps)
  const refund = useRefundPart({
    ...ids,
    refundable: canRefundPart(order) ? view.refundable : undefined,
    onRefunded: reload,
    notify,
  })
  const card = useCardRefund(view.canNameCard === true, {
    ...ids,
    onOrder: (next) => {
      if (next) onOrder(next)
      reload()
    },
  })
  const block = useBlockBuyer({ ...ids, blocked: view.buyerBlocked === true, onChanged: reload, notify })
  const history = useOrderHistory(order)
  const before = claimAction(view)
  const { main: next, apart } = layoutSteps(order, 'owner')
  const allowed = [...(next ? [next] : []), ...apart].filter((one) => !isCancelAnswer(one))
  const stepsOf = (place: StepPlace) =>
    allowed.filter((one) => placeOf(one, next) === place).map(step.toAction)
  // what comes first in this list is the page's main action
  const [main, ...others] = [
    ...stepsOf('first'),
    ...answers.actions,
    ...(isParcelDue(view) ? parcel.actions : []),
    ...stepsOf('next'),
  ]
  return (
    <OrderFoot
      main={main}
      more={[
        ...others,
        ...collect.actions,
        ...(isParcelDue(view) ? [] : parcel.actions),
        ...stepsOf('more'),
        ...refund.actions,
        ...card.actions,
        ...block.actions,
        ...(before ? [before] : []),
        { words: printOrdersWords.open, icon: 'order', run: () => printOrders(order.shopId, [order]) },
        ...history.actions,
      ]}
      busy={steps.busy && ordersWords.busy}
      message={steps.error?.message}
    >
      {parcel.sheet}
      {step.sheet}
      {answers.sheet}
      {collect.sheet}
      {refund.sheet}
      {card.sheet}
      {block.sheet}
      {history.sheet}
    </OrderFoot>
  )
}

/** Where a step of the order stands: money that could not be returned comes before everything else. */
type StepPlace = 'first' | 'next' | 'more'

function placeOf(step: PageStep, next: PageStep | undefined): StepPlace {
  if (step === 'return-by-hand') return 'first'
  return step === next && !isUndo(step) ? 'next' : 'more'
}

/** An open claim is answered instead. */
const canRefundPart = ({ payment, afterSale }: Order): boolean =>
  !isPaidInPerson(payment.method) && !isOpen(afterSale)
