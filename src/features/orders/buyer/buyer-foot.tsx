import type { Order } from '@/domain/order/order'
import { ordersWords } from '@/locales/order/orders'
import { payingWords } from '@/locales/payment/paying'
import { dial } from '@/platform/device/dial'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { type OnReceiver, useChangeOrder } from '../changes/change-order'
import { claimAction } from '../page/claim-action'
import type { OrderAction } from '../page/order-action'
import { OrderFoot } from '../page/order-foot'
import type { OrderView } from '../page/order-view'
import { PayFooter } from '../paying/pay-footer'
import { ownPaymentCalls } from '../paying/payment-calls'
import { layoutSteps } from '../steps/step-layout'
import { useOrderSteps } from '../steps/use-order-steps'
import { useStepActions } from '../steps/use-step-actions'
import { buyerMain } from './buyer-main'
import { useChangeMethod } from './change-method'

interface BuyerFootProps {
  view: OrderView
  opensTill: boolean
  /** Receives the changed order; `undefined` when it has to be read again. */
  onOrder(order: Order | undefined): void
  onAgain: ((order: Order, slug: string) => void) | undefined
  onReceiver: OnReceiver | undefined
}

/** The foot of an order's page for its buyer: the main action that the state has, and 更多 with everything else. */
export function BuyerFoot({ view, opensTill, onOrder, onAgain, onReceiver }: BuyerFootProps) {
  const { order, role, shop } = view
  const isBuyer = role === 'buyer'
  const steps = useOrderSteps(order.shopId, ordersWords.question, onOrder)
  const step = useStepActions(order, role, steps)
  const change = useChangeOrder({ order, hasSlots: shop.hasSlots === true, onOrder, onReceiver })
  const method = useChangeMethod(view, onOrder)
  const { main: next, apart } = layoutSteps(order, role)
  const actions: Record<NonNullable<ReturnType<typeof buyerMain>>, OrderAction | undefined> = {
    pay: undefined,
    claim: claimAction(view),
    step: next && step.toAction(next),
    call: callAction(shop),
    again:
      onAgain && isBuyer
        ? { words: ordersWords.again, icon: 'cart', run: () => onAgain(order, shop.slug) }
        : undefined,
  }
  const main = buyerMain(view)
  const rest = (key: keyof typeof actions): OrderAction[] => {
    const action = actions[key]
    return action && key !== main ? [action] : []
  }
  const more = [
    ...rest('claim'),
    ...rest('step'),
    ...(isBuyer ? change.actions : []),
    ...(main === 'pay' ? method.actions : []),
    ...(main === 'pay' && view.payLinkKey ? [askOther(order)] : []),
    ...apart.map(step.toAction),
    ...rest('call'),
    ...rest('again'),
    { words: ordersWords.mine, icon: 'order', run: () => go(urlOf('orders')) } as const,
  ]
  const sheets = (
    <>
      {step.sheet}
      {change.sheet}
      {method.sheet}
    </>
  )
  return main === 'pay' ? (
    <PayFooter
      orderId={order.id}
      order={order}
      calls={ownPaymentCalls(order)}
      opensAtOnce={opensTill}
      onOrder={onOrder}
      more={more}
    >
      {sheets}
    </PayFooter>
  ) : (
    <OrderFoot
      main={main && actions[main]}
      more={more}
      busy={steps.busy && ordersWords.busy}
      message={steps.error?.message ?? change.message}
    >
      {sheets}
    </OrderFoot>
  )
}

/** Calls the shop; absent without a phone. */
export const callAction = ({ name, phone }: OrderView['shop']): OrderAction | undefined =>
  phone === undefined
    ? undefined
    : {
        words: ordersWords.callShop,
        note: phone,
        icon: 'phone',
        label: ordersWords.callShopLabel(name, phone),
        run: () => dial(phone),
      }

const askOther = ({ shopId, id }: Order): OrderAction => ({
  words: payingWords.byOther,
  icon: 'share',
  run: () => go(urlOf('askPayment', { shop: shopId, order: id })),
})
