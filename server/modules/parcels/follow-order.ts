import { unsentStates } from '@/domain/order/order'
import type { Query } from '../../db/database'
import type { OrderChange } from '../orders/order-change'
import { queueReport } from './queue-report'

/** Reports to WeChat that an order was sent, or by which parcel. */
export async function reportSending(tx: Query, { before, after, namesParcel }: OrderChange): Promise<void> {
  const isSent = unsentStates.includes(before.state) && after.state === 'underway'
  if (isSent || namesParcel) await queueReport(tx, after)
}
