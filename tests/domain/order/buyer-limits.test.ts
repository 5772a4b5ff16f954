import { type BuyerHistory, maxForBuyer, requiredStock } from '@/domain/order/buyer-limits'
import { DEFAULT_ORDER_LIMITS } from '@/domain/order/order-limits'

/** A new buyer at whose address others have reserved eight of a sku. */
const buyer: BuyerHistory = { waiting: [], nearby: [[{ skuId: 'a', quantity: 8 }]], isTrusted: false }

describe('the share of new buyers', () => {
  it('counts what new accounts at one address have reserved together', () => {
    // half of twelve and of the eight that are reserved
    expect(maxForBuyer('a', 12, DEFAULT_ORDER_LIMITS, buyer)).toBe(2)
    expect(maxForBuyer('b', 12, DEFAULT_ORDER_LIMITS, buyer)).toBe(10)
    const [required] = requiredStock([{ skuId: 'a', quantity: 3 }], DEFAULT_ORDER_LIMITS, buyer)
    expect(required?.minStock).toBeGreaterThan(12)
  })

  it('counts the buyer alone where the order has a limit of its own', () => {
    expect(maxForBuyer('a', 12, DEFAULT_ORDER_LIMITS, { ...buyer, hasOwnLimit: true })).toBe(10)
  })
})
