import type { Query } from '../../db/database'
import { addJob, type Job, toJobRow } from '../../jobs/jobs'
import type { GroupBuyKey } from './store'

/** The kind of job that ends a group buy and then moves its entries. */
export const GROUP_BUY = 'group-buy'

export interface GroupBuyDue extends GroupBuyKey {
  at: number
}

const toJob = ({ shopId, groupBuyId }: GroupBuyKey, at: number, cause: string) => ({
  id: `${GROUP_BUY}:${shopId}:${groupBuyId}:${at}${cause}`,
  kind: GROUP_BUY,
  payload: { shopId, groupBuyId, at } satisfies GroupBuyDue,
  runAt: at,
})

/** Queues what has to be done for a group buy at a time (epoch ms). */
export const addGroupBuyJob = (tx: Query, key: GroupBuyKey, at: number): Promise<void> =>
  addJob(tx, toJob(key, at, ''))

/** The row of such a job whose cause is an order. */
export const groupBuyJobRow = (key: GroupBuyKey, at: number, orderId: string): Job =>
  toJobRow(toJob(key, at, `:${orderId}`))
