import fc from 'fast-check'
import { afterSaleActions, afterSaleStates } from '@/domain/order/after-sale'
import { allowedActions } from '@/domain/order/allowed-actions'
import {
  type Order,
  openStates,
  orderActions,
  orderStates,
  sentStates,
  unsentStates,
} from '@/domain/order/order'
import { transition } from '@/domain/order/order-step'
import { paymentMethods, paymentStates } from '@/domain/payment/payment'
import { RETURN_BY_HAND } from '@/domain/payment/refund'
import { forAll } from '../../support/for-all'
import { states } from './sample-order'

const anyStates = fc
  .record({
    state: fc.constantFrom(...orderStates),
    payment: fc.constantFrom(...paymentStates),
    afterSale: fc.constantFrom(...afterSaleStates),
    method: fc.constantFrom(...paymentMethods),
    undo: fc.constantFrom<Pick<Order, 'undoableStep'>>(
      {},
      { undoableStep: 'finish' },
      { undoableStep: 'collect' },
    ),
    claimable: fc.boolean(),
    unreturned: fc.constantFrom(0, 100),
    claimRefundFailed: fc.boolean(),
  })
  .map(({ state, payment, afterSale, method, undo, ...more }) => ({
    ...states(state, payment, afterSale, method),
    ...undo,
    ...more,
  }))
const everyAction = [...orderActions, ...afterSaleActions, 'collect', 'undo-collect', RETURN_BY_HAND] as const
const anySide = fc.constantFrom('owner' as const, 'buyer' as const)

describe('every state of an order', () => {
  it('is the first one, accepted and not sent, sent, or the cancelled one', () => {
    const all = ['placed', ...unsentStates, ...sentStates, 'cancelled']
    expect(all.sort()).toEqual([...orderStates].sort())
  })

  it('is open unless it is done or cancelled', () => {
    expect(openStates).toEqual(orderStates.filter((state) => state !== 'done' && state !== 'cancelled'))
  })
})

describe('order transition', () => {
  it.each([
    ['the seller can accept or cancel a new order', states('placed'), 'owner', ['accept', 'cancel']],
    ['the buyer can cancel a new order', states('placed'), 'buyer', ['cancel']],
    ['the seller can send or cancel an accepted order', states('accepted'), 'owner', ['send', 'cancel']],
    [
      'the buyer can request the cancellation of an accepted order',
      states('accepted'),
      'buyer',
      ['ask-cancel'],
    ],
    ['the seller can finish or cancel an order under way', states('underway'), 'owner', ['finish', 'cancel']],
    [
      'the buyer can finish an order under way or request its cancellation',
      states('underway'),
      'buyer',
      ['finish', 'ask-cancel'],
    ],
    [
      'the seller can answer a cancellation request',
      states('underway', 'due', 'cancel-asked'),
      'owner',
      ['finish', 'cancel', 'agree-cancel', 'decline-cancel'],
    ],
    [
      'the buyer can withdraw a cancellation request',
      states('accepted', 'due', 'cancel-asked'),
      'buyer',
      ['withdraw-cancel'],
    ],
    [
      'the buyer can ask for the cancellation of a prepaid order before it is sent',
      states('accepted', 'paid', 'none', 'wechat'),
      'buyer',
      ['ask-cancel'],
    ],
    [
      'the seller can collect the money of an order that the buyer finished',
      states('done'),
      'owner',
      ['collect'],
    ],
    ['the seller has no action on a paid order', states('done', 'paid'), 'owner', []],
    [
      'the buyer can claim money or goods for a paid order in its window',
      { ...states('done', 'paid'), claimable: true },
      'buyer',
      ['ask-refund', 'ask-return', 'ask-resend'],
    ],
    ['the buyer can claim nothing after the window', states('done', 'paid'), 'buyer', []],
    [
      'the seller can agree to a refund, offer a part, or decline',
      states('done', 'paid', 'asked'),
      'owner',
      ['agree', 'offer', 'decline'],
    ],
    ['the buyer can withdraw a refund request', states('done', 'paid', 'asked'), 'buyer', ['withdraw']],
    ['the seller can settle an agreed refund', states('done', 'paid', 'agreed'), 'owner', ['settle']],
    [
      'the seller returns in person what the payment service could not',
      { ...states('cancelled', 'refunding', 'none', 'wechat'), unreturned: 100 },
      'owner',
      ['return-by-hand'],
    ],
    [
      'the buyer cannot say that money was returned in person',
      { ...states('cancelled', 'refunding', 'none', 'wechat'), unreturned: 100 },
      'buyer',
      [],
    ],
    ['the seller has no action on a cancelled order', states('cancelled', 'void'), 'owner', []],
    ['the buyer has no action on a cancelled order', states('cancelled', 'void'), 'buyer', []],
    ['the buyer has no action on a refunded order', states('done', 'refunded', 'settled'), 'buyer', []],
  ] as const)('%s', (_name, order, side, steps) => {
    expect(allowedActions(order, side)).toEqual(steps)
  })

  it('marks money paid in person as collected when the seller finishes', () => {
    expect(transition(states('underway'), 'finish', 'owner')).toEqual(states('done', 'paid'))
  })

  it('leaves money paid in person due when the buyer finishes, and lets the seller collect it once', () => {
    const done = transition(states('underway'), 'finish', 'buyer')
    expect(done).toEqual(states('done', 'due'))
    const collected = done && transition(done, 'collect', 'owner')
    expect(collected).toEqual(states('done', 'paid'))
    expect(collected && transition(collected, 'collect', 'owner')).toBeNull()
  })

  it('voids an unpaid payment on cancellation, in person or online', () => {
    expect(transition(states('placed'), 'cancel', 'buyer')).toEqual(states('cancelled', 'void'))
    expect(transition(states('placed', 'pending', 'none', 'wechat'), 'cancel', 'owner')).toEqual(
      states('cancelled', 'void', 'none', 'wechat'),
    )
  })

  it('allows nothing but cancelling before an online payment', () => {
    const unpaid = states('placed', 'pending', 'none', 'wechat')
    expect(allowedActions(unpaid, 'owner')).toEqual(['cancel'])
    expect(allowedActions(unpaid, 'buyer')).toEqual(['cancel'])
    expect(transition(unpaid, 'accept', 'owner')).toBeNull()
  })

  it('refunds an online payment when its order is cancelled or a refund is agreed to', () => {
    expect(transition(states('accepted', 'paid', 'asked', 'wechat'), 'cancel', 'owner')).toEqual(
      states('cancelled', 'refunding', 'agreed', 'wechat'),
    )
    expect(transition(states('done', 'paid', 'asked', 'wechat'), 'agree', 'owner')).toEqual(
      states('done', 'refunding', 'agreed', 'wechat'),
    )
  })

  it('leaves settling an online refund to the payment service', () => {
    expect(transition(states('done', 'refunding', 'agreed', 'wechat'), 'settle', 'owner')).toBeNull()
  })

  it('keeps a payment paid when only a part of it is returned', () => {
    const part = { returnsAll: false }
    expect(transition(states('done', 'paid', 'asked', 'wechat'), 'agree', 'owner', part)).toEqual(
      states('done', 'paid', 'agreed', 'wechat'),
    )
    expect(transition(states('done', 'paid', 'agreed'), 'settle', 'owner', part)).toEqual(
      states('done', 'paid', 'settled'),
    )
  })

  it.each([
    ['agree to a claim that the owner leaves unanswered', 'asked', 'agree'],
    ['withdraw a claim whose offer the buyer leaves unanswered', 'offered', 'withdraw'],
    ['pay for goods that came back', 'sent-back', 'receive'],
    ['pay for goods that are not sent again', 'resending', 'pay-instead'],
  ] as const)('lets the system %s', (_, afterSale, action) => {
    expect(allowedActions(states('done', 'paid', afterSale), 'system')).toEqual([action])
  })

  it.each(['none', 'agreed', 'declined', 'settled'] as const)(
    'allows the system no action in state %s',
    (state) => {
      expect(allowedActions({ ...states('done', 'paid', state), claimable: true }, 'system')).toEqual([])
    },
  )

  it('lets the system cancel an accepted order on an unanswered request, but not one under way', () => {
    expect(allowedActions(states('accepted', 'due', 'cancel-asked'), 'system')).toEqual(['agree-cancel'])
    expect(allowedActions(states('underway', 'due', 'cancel-asked'), 'system')).toEqual([])
  })

  it('marks cash as refunded when an agreed refund is settled', () => {
    expect(transition(states('done', 'paid', 'agreed'), 'settle', 'owner')).toEqual(
      states('done', 'refunded', 'settled'),
    )
  })

  it('succeeds exactly for the actions that allowedActions offers', () =>
    forAll(anyStates, anySide, (order, side) => {
      const offered = allowedActions(order, side)
      const taken = everyAction.filter((action) => transition(order, action, side) !== null)
      expect(new Set(taken)).toEqual(new Set(offered))
    }))

  it('never changes the payment method and reopens an ended order only by undo-finish', () =>
    forAll(anyStates, anySide, (order, side) => {
      const actions = allowedActions(order, side)
      fc.pre(actions.length > 0)
      for (const action of actions) {
        const next = transition(order, action, side)
        expect(next).not.toBeNull()
        expect(next?.payment.method).toBe(order.payment.method)
        if (order.state === 'cancelled') expect(next?.state).toBe(order.state)
        if (order.state === 'done' && next?.state === 'underway') expect(action).toBe('undo-finish')
      }
    }))

  it('lets a seller bring any order to an end within five actions', () =>
    forAll(fc.constantFrom(...orderStates), (state) => {
      let order = states(state)
      for (let taken = 0; taken < 5; taken++) {
        const [first] = allowedActions(order, 'owner')
        if (!first) break
        order = transition(order, first, 'owner') as typeof order
      }
      expect(allowedActions(order, 'owner')).toEqual([])
    }))

  describe('with a cancellation request for an unpaid order', () => {
    it.each(['accepted', 'underway', 'done'] as const)(
      'cancels an order in state %s when the owner agrees',
      (state) => {
        const requested = transition(states(state), 'ask-cancel', 'buyer')
        expect(requested).toEqual(states(state, 'due', 'cancel-asked'))
        expect(requested && transition(requested, 'agree-cancel', 'owner')).toEqual(
          states('cancelled', 'void'),
        )
      },
    )

    it('never offers a refund action', () => {
      for (const state of ['accepted', 'underway', 'done'] as const)
        for (const afterSale of ['none', 'cancel-asked', 'cancel-declined'] as const)
          for (const side of ['owner', 'buyer'] as const) {
            const steps = allowedActions(states(state, 'due', afterSale), side)
            for (const about of ['ask-refund', 'agree', 'decline', 'settle', 'withdraw'] as const)
              expect(steps).not.toContain(about)
          }
    })

    it('drops the request when the order is finished, after which a refund can be claimed', () => {
      const done = transition(states('underway', 'due', 'cancel-asked'), 'finish', 'owner')
      expect(done).toEqual(states('done', 'paid'))
      expect(done && allowedActions({ ...done, claimable: true }, 'buyer')).toContain('ask-refund')
    })

    it('keeps the request declined until the buyer requests again', () => {
      const declined = transition(states('accepted', 'due', 'cancel-asked'), 'decline-cancel', 'owner')
      expect(declined).toEqual(states('accepted', 'due', 'cancel-declined'))
      expect(declined && allowedActions(declined, 'buyer')).toEqual(['ask-cancel'])
    })
  })
})
