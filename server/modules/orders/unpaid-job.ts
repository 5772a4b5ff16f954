import { PAY_WITHIN_MS } from '@/domain/order/order-limits'

export const CLOSE_UNPAID = 'close-unpaid'

/** The job that closes an order paid in advance if it stays unpaid. */
export const closeUnpaidJob = (shopId: string, orderId: string, now: number) => ({
  id: `${CLOSE_UNPAID}:${shopId}:${orderId}`,
  kind: CLOSE_UNPAID,
  payload: { shopId, orderId },
  runAt: now + PAY_WITHIN_MS,
})
