import { isReturnedInPerson } from '@/domain/refund'

const history = (...actions: string[]) => actions.map((action) => ({ action, amount: 100 }))

describe('isReturnedInPerson', () => {
  it('is true after the seller returned by hand what the service could not', () => {
    expect(isReturnedInPerson(history('refund-all', 'refund-failed', 'return-by-hand'))).toBe(true)
    expect(isReturnedInPerson(history('agree', 'claim-refund-failed', 'settle'))).toBe(true)
  })

  it('is false once the service returns money after that', () => {
    const byHand = ['refund-part', 'refund-failed', 'return-by-hand']
    expect(isReturnedInPerson(history(...byHand, 'cancel', 'settle-refund'))).toBe(false)
    expect(isReturnedInPerson(history(...byHand, 'refund-all'))).toBe(false)
    expect(isReturnedInPerson(history(...byHand, 'settle-refund', 'refund-failed', 'return-by-hand'))).toBe(
      true,
    )
  })

  it('is false if nothing failed, or what failed was not returned', () => {
    expect(isReturnedInPerson(history('agree', 'settle'))).toBe(false)
    expect(isReturnedInPerson(history('refund-all', 'refund-failed'))).toBe(false)
    expect(isReturnedInPerson([])).toBe(false)
  })
})
