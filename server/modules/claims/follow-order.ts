import type { Query } from '../../db/database'
import type { OrderChange } from '../orders/order-change'
import { moveClaimedGoods } from './move-goods'
import { updateLastClaim } from './store'

export async function followWithClaim(tx: Query, { before, after, event, amount }: OrderChange) {
  if (after.after_sale === before.after_sale) return
  const restocked = await moveClaimedGoods(tx, before, event)
  await updateLastClaim(tx, before, after.after_sale, {
    ...(amount === undefined ? {} : { granted: amount }),
    ...(restocked ? { restocked: 1 } : {}),
  })
}
