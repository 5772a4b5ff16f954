import fc from 'fast-check'
import { afterSaleActions, afterSaleStates } from '@/domain/after-sale'
import { orderActions, orderStates } from '@/domain/order'
import { stepsFor, takeStep } from '@/domain/order-steps'
import { paymentMethods, paymentStates } from '@/domain/payment'
import { states } from './sample-order'

const anyStates = fc
  .record({
    state: fc.constantFrom(...orderStates),
    payment: fc.constantFrom(...paymentStates),
    afterSale: fc.constantFrom(...afterSaleStates),
    method: fc.constantFrom(...paymentMethods),
  })
  .map(({ state, payment, afterSale, method }) => states(state, payment, afterSale, method))
const anyAction = fc.constantFrom(...orderActions, ...afterSaleActions, 'collect' as const)
const anySide = fc.constantFrom('owner' as const, 'buyer' as const)

test.each([
  ['a new order is sent or given up by its seller', states('placed'), 'owner', ['send', 'cancel']],
  ['a new order is given up by its buyer', states('placed'), 'buyer', ['cancel']],
  ['one on its way is finished by its seller', states('underway'), 'owner', ['finish', 'cancel']],
  ['one on its way is received or complained of', states('underway'), 'buyer', ['finish', 'ask-refund']],
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
  expect(stepsFor(order, side)).toEqual(steps)
})

test('finishing by the seller collects money that is paid in person', () => {
  expect(takeStep(states('underway'), 'finish', 'owner')).toEqual(states('done', 'paid'))
})

test('finishing by the buyer leaves the money to be collected, once', () => {
  const done = takeStep(states('underway'), 'finish', 'buyer')
  expect(done).toEqual(states('done', 'due'))
  const collected = done && takeStep(done, 'collect', 'owner')
  expect(collected).toEqual(states('done', 'paid'))
  expect(collected && takeStep(collected, 'collect', 'owner')).toBeNull()
})

test('cancelling voids what nobody paid, in person or online', () => {
  expect(takeStep(states('placed'), 'cancel', 'buyer')).toEqual(states('cancelled', 'void'))
  expect(takeStep(states('placed', 'pending', 'none', 'wechat'), 'cancel', 'owner')).toEqual(
    states('cancelled', 'void', 'none', 'wechat'),
  )
})

test('an online payment is moved by no step of a person', () => {
  expect(takeStep(states('underway', 'pending', 'none', 'wechat'), 'finish', 'owner')).toEqual(
    states('done', 'pending', 'none', 'wechat'),
  )
})

test('settling a refund gives the cash back, or lets go of what was never paid', () => {
  expect(takeStep(states('done', 'paid', 'agreed'), 'settle', 'owner')).toEqual(
    states('done', 'refunded', 'settled'),
  )
  expect(takeStep(states('underway', 'due', 'agreed'), 'settle', 'owner')).toEqual(
    states('underway', 'void', 'settled'),
  )
})

test('a step is taken exactly when it is offered', () => {
  fc.assert(
    fc.property(anyStates, anyAction, anySide, (order, action, side) => {
      expect(takeStep(order, action, side) !== null).toBe(stepsFor(order, side).includes(action))
    }),
  )
})

test('a step touches the method of payment never, and an ended order stays ended', () => {
  fc.assert(
    fc.property(anyStates, anyAction, anySide, (order, action, side) => {
      const next = takeStep(order, action, side)
      if (!next) return
      expect(next.payment.method).toBe(order.payment.method)
      if (order.state === 'done' || order.state === 'cancelled') expect(next.state).toBe(order.state)
    }),
  )
})

test('from any order a seller comes to an end in few steps', () => {
  fc.assert(
    fc.property(fc.constantFrom(...orderStates), (state) => {
      let order = states(state)
      for (let taken = 0; taken < 4; taken++) {
        const [first] = stepsFor(order, 'owner')
        if (!first) break
        order = takeStep(order, first, 'owner') as typeof order
      }
      expect(stepsFor(order, 'owner')).toEqual([])
    }),
  )
})
