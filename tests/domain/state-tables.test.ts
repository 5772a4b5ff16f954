import { afterSaleTransitions } from '@/domain/after-sale'
import { orderTransitions } from '@/domain/order'
import { firstPaymentState, isPaidInPerson, paymentMethods, paymentTransitions } from '@/domain/payment'
import { type Actor, actionsOf, nextState, type Step } from '@/domain/transitions'

const tables: [string, Record<string, readonly Step<string, string>[]>][] = [
  ['order', orderTransitions],
  ['payment', paymentTransitions],
  ['after-sale', afterSaleTransitions],
]

describe.each(tables)('the table of %s states', (_name, table) => {
  test('leads only to states that it has', () => {
    for (const steps of Object.values(table))
      for (const step of steps) expect(Object.keys(table)).toContain(step.to)
  })

  test('names an action once a state, and somebody who may take it', () => {
    for (const steps of Object.values(table)) {
      expect(new Set(steps.map(({ action }) => action)).size).toBe(steps.length)
      for (const step of steps) expect(step.by.length).toBeGreaterThan(0)
    }
  })

  test('can reach each of its states from the first one or by a start of its own', () => {
    const reached = new Set(Object.values(table).flatMap((steps) => steps.map(({ to }) => to)))
    const starts = Object.keys(table).filter((state) => !reached.has(state))
    expect(starts.length).toBeLessThanOrEqual(2)
  })
})

test('nobody but the gateway says that money came online', () => {
  const people: Actor[] = ['owner', 'buyer', 'system']
  for (const actor of people) expect(nextState(paymentTransitions, 'pending', 'confirm', actor)).toBeNull()
  expect(nextState(paymentTransitions, 'pending', 'confirm', 'gateway')).toBe('paid')
  for (const actor of people)
    expect(nextState(paymentTransitions, 'refunding', 'settle-refund', actor)).toBeNull()
})

test('a buyer never collects, agrees or settles', () => {
  const mine = [...Object.keys(paymentTransitions)].flatMap((state) =>
    actionsOf(paymentTransitions, state as keyof typeof paymentTransitions, 'buyer'),
  )
  expect(mine).toEqual([])
  for (const state of ['asked', 'agreed'] as const)
    for (const action of ['agree', 'decline', 'settle'])
      expect(nextState(afterSaleTransitions, state, action, 'buyer')).toBeNull()
})

test('an action that a state does not know leads nowhere', () => {
  expect(nextState(orderTransitions, 'done', 'send', 'owner')).toBeNull()
  expect(nextState(orderTransitions, 'placed', 'finish', 'owner')).toBeNull()
  expect(nextState(orderTransitions, 'placed', 'nonsense', 'owner')).toBeNull()
})

test('money in person is due, money online is waited for', () => {
  expect(paymentMethods.map(firstPaymentState)).toEqual(['due', 'due', 'pending', 'pending'])
  expect(paymentMethods.filter(isPaidInPerson)).toEqual(['on-delivery', 'on-pickup'])
})
