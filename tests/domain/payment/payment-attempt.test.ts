import fc from 'fast-check'
import { nextState } from '@/domain/order/transitions'
import { paymentStates } from '@/domain/payment/payment'
import {
  attemptStates,
  attemptTransitions,
  differingFacts,
  effectOfSuccess,
  refundableAmount,
} from '@/domain/payment/payment-attempt'
import { forAll } from '../../support/for-all'

const attempt = { amount: 2500, currency: 'CNY', merchant: '1900000101', appid: 'wxplatform01' }

describe('payment attempt', () => {
  it('is confirmed only once and only by the gateway, also after it was closed', () => {
    for (const state of attemptStates) {
      const confirmed = nextState(attemptTransitions, state, 'confirm', 'gateway')
      expect(confirmed).toBe(state === 'paid' ? null : 'paid')
      for (const actor of ['owner', 'buyer', 'system'] as const)
        expect(nextState(attemptTransitions, state, 'confirm', actor)).toBeNull()
    }
  })

  it('is closed only by the server and only while it is open', () => {
    expect(nextState(attemptTransitions, 'open', 'close', 'system')).toBe('closed')
    expect(nextState(attemptTransitions, 'paid', 'close', 'system')).toBeNull()
    expect(nextState(attemptTransitions, 'open', 'close', 'buyer')).toBeNull()
  })
})

describe('differingFacts', () => {
  it('returns nothing for a payment that matches its attempt', () => {
    expect(differingFacts(attempt, { ...attempt })).toEqual([])
  })

  it.each([
    ['amount', 2499],
    ['currency', 'USD'],
    ['merchant', '1900000102'],
    ['appid', 'wxstranger01'],
  ] as const)('names a %s that differs or is missing', (name, value) => {
    expect(differingFacts(attempt, { ...attempt, [name]: value })).toEqual([name])
    expect(differingFacts(attempt, { ...attempt, [name]: undefined })).toEqual([name])
  })

  it('ignores the appid of a payment outside of WeChat', () => {
    const { appid: _, ...outside } = attempt
    expect(differingFacts(outside, attempt)).toEqual([])
  })
})

describe('effectOfSuccess', () => {
  it('pays an order with a pending payment, and returns any other payment with its reason', () => {
    expect(Object.fromEntries(paymentStates.map((state) => [state, effectOfSuccess(state)]))).toEqual({
      ...{ pending: 'pay', void: 'order-closed' },
      ...{ due: 'paid-twice', paid: 'paid-twice', refunding: 'paid-twice', refunded: 'paid-twice' },
    })
  })
})

describe('refundableAmount', () => {
  it('returns the rest of a payment, never less than zero', () => {
    expect(refundableAmount(2500, [])).toBe(2500)
    expect(refundableAmount(2500, [1000, 1500])).toBe(0)
    forAll(fc.nat(1e8), fc.array(fc.nat(1e7)), (paid, refunds) => {
      const left = refundableAmount(paid, refunds)
      expect(left).toBeGreaterThanOrEqual(0)
      const sum = refunds.reduce((all, amount) => all + amount, 0)
      if (sum <= paid) expect(left + sum).toBe(paid)
    })
  })
})
