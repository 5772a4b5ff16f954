import fc from 'fast-check'
import { afterSaleActions, afterSaleStates } from '@/domain/after-sale'
import { orderActions, orderStates } from '@/domain/order'
import { allowedActions, transition } from '@/domain/order-transitions'
import { paymentMethods, paymentStates } from '@/domain/payment'
import { canUndoFinish, UNDO_FINISH_MS } from '@/domain/undo-finish'
import { states } from './sample-order'

const anyStates = fc
  .record({
    state: fc.constantFrom(...orderStates),
    payment: fc.constantFrom(...paymentStates),
    afterSale: fc.constantFrom(...afterSaleStates),
    method: fc.constantFrom(...paymentMethods),
    undoable: fc.boolean(),
  })
  .map(({ state, payment, afterSale, method, undoable }) => ({
    ...states(state, payment, afterSale, method),
    undoable,
  }))
const anyAction = fc.constantFrom(...orderActions, ...afterSaleActions, 'collect' as const)
const anySide = fc.constantFrom('owner' as const, 'buyer' as const)

test.each([
  ['a new order is accepted or given up by its seller', states('placed'), 'owner', ['accept', 'cancel']],
  ['a new order is given up by its buyer', states('placed'), 'buyer', ['cancel']],
  ['an accepted one is sent or given up by its seller', states('accepted'), 'owner', ['send', 'cancel']],
  ['an accepted one is asked to be cancelled by its buyer', states('accepted'), 'buyer', ['ask-cancel']],
  ['one on its way is finished by its seller', states('underway'), 'owner', ['finish', 'cancel']],
  [
    'one on its way is received or asked to be cancelled',
    states('underway'),
    'buyer',
    ['finish', 'ask-cancel'],
  ],
  [
    'a request to cancel is answered',
    states('underway', 'due', 'cancel-asked'),
    'owner',
    ['finish', 'cancel', 'agree-cancel', 'decline-cancel'],
  ],
  [
    'a request to cancel is withdrawn',
    states('accepted', 'due', 'cancel-asked'),
    'buyer',
    ['withdraw-cancel'],
  ],
  [
    'money that was paid in advance is asked back',
    states('accepted', 'paid', 'none', 'wechat'),
    'buyer',
    ['ask-refund'],
  ],
  ['money is collected after the buyer said so', states('done'), 'owner', ['collect']],
  ['a paid order is over for its seller', states('done', 'paid'), 'owner', []],
  ['a paid order can still be complained of', states('done', 'paid'), 'buyer', ['ask-refund']],
  ['a refund is answered', states('done', 'paid', 'asked'), 'owner', ['agree', 'decline']],
  ['a refund is taken back', states('done', 'paid', 'asked'), 'buyer', ['withdraw']],
  ['an agreed refund is settled', states('done', 'paid', 'agreed'), 'owner', ['settle']],
  ['nothing is open about a cancelled order', states('cancelled', 'void'), 'owner', []],
  ['nor for its buyer', states('cancelled', 'void'), 'buyer', []],
  ['nor about one whose money is back', states('done', 'refunded', 'settled'), 'buyer', []],
] as const)('%s', (_name, order, side, steps) => {
  expect(allowedActions(order, side)).toEqual(steps)
})

test('finishing by the seller collects money that is paid in person', () => {
  expect(transition(states('underway'), 'finish', 'owner')).toEqual(states('done', 'paid'))
})

test('finishing by the buyer leaves the money to be collected, once', () => {
  const done = transition(states('underway'), 'finish', 'buyer')
  expect(done).toEqual(states('done', 'due'))
  const collected = done && transition(done, 'collect', 'owner')
  expect(collected).toEqual(states('done', 'paid'))
  expect(collected && transition(collected, 'collect', 'owner')).toBeNull()
})

test('cancelling voids what nobody paid, in person or online', () => {
  expect(transition(states('placed'), 'cancel', 'buyer')).toEqual(states('cancelled', 'void'))
  expect(transition(states('placed', 'pending', 'none', 'wechat'), 'cancel', 'owner')).toEqual(
    states('cancelled', 'void', 'none', 'wechat'),
  )
})

test('an online payment is moved by no step of a person', () => {
  expect(transition(states('underway', 'pending', 'none', 'wechat'), 'finish', 'owner')).toEqual(
    states('done', 'pending', 'none', 'wechat'),
  )
})

test('settling a refund gives the cash back', () => {
  expect(transition(states('done', 'paid', 'agreed'), 'settle', 'owner')).toEqual(
    states('done', 'refunded', 'settled'),
  )
})

test('a step is taken exactly when it is offered', () => {
  fc.assert(
    fc.property(anyStates, anyAction, anySide, (order, action, side) => {
      expect(transition(order, action, side) !== null).toBe(allowedActions(order, side).includes(action))
    }),
  )
})

test('a step touches the method of payment never, and an ended order goes on only when its finish is undone', () => {
  fc.assert(
    fc.property(anyStates, anyAction, anySide, (order, action, side) => {
      const next = transition(order, action, side)
      if (!next) return
      expect(next.payment.method).toBe(order.payment.method)
      if (order.state === 'cancelled') expect(next.state).toBe(order.state)
      if (order.state === 'done' && next.state === 'underway') expect(action).toBe('undo-finish')
    }),
  )
})

test('from any order a seller comes to an end in few steps', () => {
  fc.assert(
    fc.property(fc.constantFrom(...orderStates), (state) => {
      let order = states(state)
      for (let taken = 0; taken < 5; taken++) {
        const [first] = allowedActions(order, 'owner')
        if (!first) break
        order = transition(order, first, 'owner') as typeof order
      }
      expect(allowedActions(order, 'owner')).toEqual([])
    }),
  )
})

describe('a request to cancel an order that nobody paid', () => {
  it.each(['accepted', 'underway', 'done'] as const)(
    'cancels an order that is %s when its owner agrees',
    (state) => {
      const asked = transition(states(state), 'ask-cancel', 'buyer')
      expect(asked).toEqual(states(state, 'due', 'cancel-asked'))
      expect(asked && transition(asked, 'agree-cancel', 'owner')).toEqual(states('cancelled', 'void'))
    },
  )

  it('never offers or asks for money back', () => {
    for (const state of ['accepted', 'underway', 'done'] as const)
      for (const afterSale of ['none', 'cancel-asked', 'cancel-declined'] as const)
        for (const side of ['owner', 'buyer'] as const) {
          const steps = allowedActions(states(state, 'due', afterSale), side)
          for (const about of ['ask-refund', 'agree', 'decline', 'settle', 'withdraw'] as const)
            expect(steps).not.toContain(about)
        }
  })

  it('ends when the order is finished, and paid money can then be asked back', () => {
    const done = transition(states('underway', 'due', 'cancel-asked'), 'finish', 'owner')
    expect(done).toEqual(states('done', 'paid'))
    expect(done && allowedActions(done, 'buyer')).toEqual(['ask-refund'])
  })

  it('stays declined until the buyer asks again', () => {
    const declined = transition(states('accepted', 'due', 'cancel-asked'), 'decline-cancel', 'owner')
    expect(declined).toEqual(states('accepted', 'due', 'cancel-declined'))
    expect(declined && allowedActions(declined, 'buyer')).toEqual(['ask-cancel'])
  })
})

describe('undoing a finish', () => {
  const undoable = (...given: Parameters<typeof states>) => ({ ...states(...given), undoable: true })

  it('makes the money due again that finishing collected', () => {
    expect(transition(undoable('done', 'paid'), 'undo-finish', 'owner')).toEqual(states('underway', 'due'))
  })

  it('leaves money that was paid online where it is', () => {
    expect(transition(undoable('done', 'paid', 'none', 'wechat'), 'undo-finish', 'owner')).toEqual(
      states('underway', 'paid', 'none', 'wechat'),
    )
  })

  it('turns a refund that was asked for meanwhile into a request to cancel', () => {
    expect(transition(undoable('done', 'paid', 'asked'), 'undo-finish', 'owner')).toEqual(
      states('underway', 'due', 'cancel-asked'),
    )
  })

  it('is not open to a buyer, nor once its time is over', () => {
    expect(transition(undoable('done', 'paid'), 'undo-finish', 'buyer')).toBeNull()
    expect(transition(states('done', 'paid'), 'undo-finish', 'owner')).toBeNull()
  })

  it('is possible for ten minutes, until the money is collected apart or a refund agreed to', () => {
    const finished = { by: 'owner', action: 'finish', at: 1000 } as const
    const order = { ...states('done', 'paid'), history: [finished] }
    expect(canUndoFinish(order, 1000 + UNDO_FINISH_MS - 1)).toBe(true)
    expect(canUndoFinish(order, 1000 + UNDO_FINISH_MS)).toBe(false)
    expect(canUndoFinish({ ...order, afterSale: 'agreed' }, 1001)).toBe(false)
    const collected = { by: 'owner', action: 'collect', at: 1001 } as const
    expect(canUndoFinish({ ...order, history: [finished, collected] }, 1002)).toBe(false)
  })
})
