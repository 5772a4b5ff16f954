import { isReturnedInPerson } from '@/domain/payment/refund'

const history = (...actions: string[]) => actions.map((action) => ({ action, amount: 100 }))

describe('isReturnedInPerson', () => {
  it('is true after the seller returned in person the money that the payment service could not', () => {
    expect(isReturnedInPerson(history('refund-all', 'refund-failed', 'return-by-hand'))).toBe(true)
    expect(isReturnedInPerson(history('agree', 'claim-refund-failed', 'settle'))).toBe(true)
  })

  it('is false once the payment service returns money after the seller did', () => {
    const byHand = ['refund-part', 'refund-failed', 'return-by-hand']
    expect(isReturnedInPerson(history(...byHand, 'cancel', 'settle-refund'))).toBe(false)
    expect(isReturnedInPerson(history(...byHand, 'refund-all'))).toBe(false)
    expect(isReturnedInPerson(history(...byHand, 'settle-refund', 'refund-failed', 'return-by-hand'))).toBe(
      true,
    )
  })

  it('is false if no refund failed, or a failed one was not returned in person', () => {
    expect(isReturnedInPerson(history('agree', 'settle'))).toBe(false)
    expect(isReturnedInPerson(history('refund-all', 'refund-failed'))).toBe(false)
    expect(isReturnedInPerson([])).toBe(false)
  })
})
