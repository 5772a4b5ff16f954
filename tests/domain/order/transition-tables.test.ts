import { afterSaleTransitions } from '@/domain/order/after-sale'
import { orderTransitions } from '@/domain/order/order'
import { type Actor, actionsOf, nextState, type Transition } from '@/domain/order/transitions'
import {
  firstPaymentState,
  isPaidInPerson,
  paymentMethods,
  paymentTransitions,
} from '@/domain/payment/payment'

const tables: [string, Record<string, readonly Transition<string, string>[]>][] = [
  ['order', orderTransitions],
  ['payment', paymentTransitions],
  ['after-sale', afterSaleTransitions],
]

describe.each(tables)('%s transition table', (_name, table) => {
  it('leads only to states of the table', () => {
    for (const steps of Object.values(table))
      for (const step of steps) expect(Object.keys(table)).toContain(step.to)
  })

  it('lists each action once per state with at least one allowed actor', () => {
    for (const steps of Object.values(table)) {
      expect(new Set(steps.map(({ action }) => action)).size).toBe(steps.length)
      for (const step of steps) expect(step.by.length).toBeGreaterThan(0)
    }
  })

  it('has at most two states that no transition reaches', () => {
    const reached = new Set(Object.values(table).flatMap((steps) => steps.map(({ to }) => to)))
    const starts = Object.keys(table).filter((state) => !reached.has(state))
    expect(starts.length).toBeLessThanOrEqual(2)
  })
})

test('paymentTransitions let only the gateway confirm or refund an online payment', () => {
  const people: Actor[] = ['owner', 'buyer', 'system']
  for (const actor of people) expect(nextState(paymentTransitions, 'pending', 'confirm', actor)).toBeNull()
  expect(nextState(paymentTransitions, 'pending', 'confirm', 'gateway')).toBe('paid')
  for (const actor of people)
    expect(nextState(paymentTransitions, 'refunding', 'settle-refund', actor)).toBeNull()
})

test('paymentTransitions let a buyer only choose payment in person, and afterSaleTransitions never agree or settle', () => {
  const buyerActions = [...Object.keys(paymentTransitions)].flatMap((state) =>
    actionsOf(paymentTransitions, state as keyof typeof paymentTransitions, 'buyer'),
  )
  expect(buyerActions).toEqual(['choose-in-person'])
  for (const state of ['asked', 'agreed'] as const)
    for (const action of ['agree', 'decline', 'settle'])
      expect(nextState(afterSaleTransitions, state, action, 'buyer')).toBeNull()
})

test('nextState returns null for an action that the state does not have', () => {
  expect(nextState(orderTransitions, 'done', 'send', 'owner')).toBeNull()
  expect(nextState(orderTransitions, 'placed', 'finish', 'owner')).toBeNull()
  expect(nextState(orderTransitions, 'placed', 'nonsense', 'owner')).toBeNull()
})

test('firstPaymentState is due for payment in person and pending for online payment', () => {
  expect(paymentMethods.map(firstPaymentState)).toEqual(['due', 'due', 'pending', 'pending'])
  expect(paymentMethods.filter(isPaidInPerson)).toEqual(['on-delivery', 'on-pickup'])
})
