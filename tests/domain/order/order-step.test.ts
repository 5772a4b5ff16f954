import { type AfterSaleState, afterSaleStates, afterSaleTransitions } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/allowed-actions'
import { EXPIRE, orderStates, orderTransitions } from '@/domain/order/order'
import { transition } from '@/domain/order/order-step'
import { type Actor, actors, type Transition } from '@/domain/order/transitions'
import {
  CHANGE_METHOD,
  type PaymentMethod,
  paymentMethods,
  paymentStates,
  paymentTransitions,
} from '@/domain/payment/payment'
import { REFUND_ALL, REFUND_PART, SETTLE_REFUND } from '@/domain/payment/refund'
import { everyAction, states } from './sample-order'

/** Every combination of states, with everything that makes further steps possible. */
const everyOrder = orderStates.flatMap((state) =>
  paymentStates.flatMap((payment) =>
    afterSaleStates.flatMap((afterSale) =>
      paymentMethods.flatMap((method: PaymentMethod) => [
        states(state, payment, afterSale, method),
        {
          ...states(state, payment, afterSale, method),
          ...{ claimable: true, unreturned: 100, claimRefundFailed: true, undoableStep: 'finish' as const },
        },
      ]),
    ),
  ),
)

/** True if a table has a row between two states, whatever its action. */
const leads = <State extends string>(
  table: Record<State, readonly Transition<string, State>[]>,
  from: State,
  to: State,
) => from === to || table[from].some((row) => row.to === to)

type Given = (typeof everyOrder)[number]

/** Who may do, in which states, what no button offers. */
const others: Record<string, (order: Given, actor: Actor) => boolean> = {
  [EXPIRE]: ({ state, payment }, actor) =>
    actor === 'system' && state === 'placed' && ['due', 'paid'].includes(payment.state),
  cancel: ({ state, payment }, actor) =>
    actor === 'system' && state === 'placed' && payment.state === 'pending',
  confirm: ({ payment }, actor) => actor === 'gateway' && payment.state === 'pending',
  [CHANGE_METHOD]: ({ payment }, actor) => actor === 'buyer' && payment.state === 'pending',
  [SETTLE_REFUND]: ({ payment, afterSale }, actor) =>
    actor === 'gateway' &&
    (payment.state === 'refunding' || (payment.state === 'paid' && afterSale === 'agreed')),
  [REFUND_ALL]: ({ payment }, actor) =>
    actor === 'owner' && payment.state === 'paid' && ['wechat', 'alipay'].includes(payment.method),
  [REFUND_PART]: ({ payment }, actor) => actor === 'owner' && payment.state === 'paid',
  'refund-failed': (_, actor) => actor === 'gateway',
  'claim-refund-failed': (_, actor) => actor === 'gateway',
  'refund-resumed': (_, actor) => actor === 'gateway' || actor === 'owner',
  'claim-refund-resumed': (_, actor) => actor === 'gateway' || actor === 'owner',
  'returned-twice': (_, actor) => actor === 'gateway',
  parcel: (_, actor) => actor === 'owner',
  remind: (_, actor) => actor === 'system',
}

const isAllowed = (order: Given, action: string, actor: Actor): boolean =>
  (actor !== 'gateway' && allowedActions(order, actor).some((one) => one === action)) ||
  (others[action]?.(order, actor) ?? false)

describe('step of an order', () => {
  it('is taken in every state by the actors that may take it, and by no other', () => {
    const wrong: unknown[] = []
    for (const order of everyOrder)
      for (const actor of actors)
        for (const action of everyAction)
          if ((transition(order, action, actor) !== null) !== isAllowed(order, action, actor))
            wrong.push({ ...order, actor, action })
    expect(wrong).toEqual([])
  })

  it('moves each state by a row of its table', () => {
    const wrong: unknown[] = []
    for (const order of everyOrder)
      for (const actor of actors)
        for (const action of everyAction)
          for (const returnsAll of [true, false]) {
            const next = transition(order, action, actor, { returnsAll })
            if (!next) continue
            const { state, payment, afterSale } = order
            if (
              !leads(orderTransitions, state, next.state) ||
              !leads(paymentTransitions, payment.state, next.payment.state) ||
              !leads<AfterSaleState>(afterSaleTransitions, afterSale, next.afterSale)
            )
              wrong.push({ from: order, to: next, action, actor })
          }
    expect(wrong).toEqual([])
  })

  it.each([
    ['an unpaid order that is not paid in time', states('placed', 'pending', 'none', 'wechat'), 'cancel'],
    ['a waiting order that is not answered in time', states('placed'), EXPIRE],
  ] as const)('lets the system cancel %s', (_, order, action) => {
    const next = transition(order, action, 'system')
    expect(next).toEqual(states('cancelled', 'void', 'none', order.payment.method))
  })

  it('refunds an expired order that was paid', () => {
    expect(transition(states('placed', 'paid', 'none', 'wechat'), EXPIRE, 'system')).toEqual(
      states('cancelled', 'refunding', 'none', 'wechat'),
    )
  })

  it('lets the gateway confirm a payment once', () => {
    const paid = transition(states('placed', 'pending', 'none', 'wechat'), 'confirm', 'gateway')
    expect(paid).toEqual(states('placed', 'paid', 'none', 'wechat'))
    expect(paid && transition(paid, 'confirm', 'gateway')).toBeNull()
  })

  it('makes a payment due when the buyer chooses to pay in person, and keeps it pending for another service', () => {
    const order = states('placed', 'pending', 'none', 'wechat')
    expect(transition(order, CHANGE_METHOD, 'buyer', { method: 'on-pickup' })).toEqual(
      states('placed', 'due', 'none', 'on-pickup'),
    )
    expect(transition(order, CHANGE_METHOD, 'buyer', { method: 'alipay' })).toEqual(
      states('placed', 'pending', 'none', 'alipay'),
    )
  })

  it('settles a claim when a refund of all money or of a part has reached the buyer', () => {
    expect(transition(states('done', 'refunding', 'agreed', 'wechat'), SETTLE_REFUND, 'gateway')).toEqual(
      states('done', 'refunded', 'settled', 'wechat'),
    )
    expect(transition(states('done', 'paid', 'agreed', 'wechat'), SETTLE_REFUND, 'gateway')).toEqual(
      states('done', 'paid', 'settled', 'wechat'),
    )
  })

  it.each([
    ['asked', 'agreed'],
    ['returning', 'agreed'],
    ['agreed', 'agreed'],
    ['cancel-asked', 'none'],
    ['cancel-declined', 'none'],
    ['declined', 'declined'],
  ] as const)('answers a request in state %s with %s when the seller returns all money', (before, after) => {
    expect(transition(states('underway', 'paid', before, 'alipay'), REFUND_ALL, 'owner')).toEqual(
      states('underway', 'refunding', after, 'alipay'),
    )
  })

  it('restores the request that an undone step had declined', () => {
    const sent = { ...states('underway', 'paid', 'cancel-declined', 'wechat'), undoableStep: 'send' as const }
    expect(transition(sent, 'undo-send', 'owner', { ended: 'cancel-asked' })).toEqual(
      states('accepted', 'paid', 'cancel-asked', 'wechat'),
    )
  })
})
