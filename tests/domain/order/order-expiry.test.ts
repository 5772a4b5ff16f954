import { EXPIRY_NOTICE_MS, expiryAfterChange, expiryOf } from '@/domain/order/order-expiry'
import { DEFAULT_ORDER_LIMITS } from '@/domain/order/order-limits'

const HOUR = 3_600_000

describe('expiryOf', () => {
  it('is two days after the order by default and undefined when expiry is off', () => {
    expect(expiryOf(DEFAULT_ORDER_LIMITS, 1000, { lines: [] })).toBe(1000 + 48 * HOUR)
    expect(expiryOf({ waiting: 3 }, 1000, { lines: [] })).toBeUndefined()
  })
})

describe('expiryAfterChange', () => {
  it('gives the seller at least a day before an order that already waits expires', () => {
    const now = 40 * HOUR
    expect(expiryAfterChange({ waiting: 3, expiryHours: 24 }, { createdAt: 0, lines: [] }, now)).toBe(
      now + EXPIRY_NOTICE_MS,
    )
    expect(expiryAfterChange({ waiting: 3, expiryHours: 12 }, { createdAt: 0, lines: [] }, now)).toBe(
      now + 12 * HOUR,
    )
    expect(expiryAfterChange({ waiting: 3, expiryHours: 72 }, { createdAt: 0, lines: [] }, now)).toBe(
      72 * HOUR,
    )
    expect(expiryAfterChange({ waiting: 3 }, { createdAt: 0, lines: [] }, now)).toBeUndefined()
  })
})
