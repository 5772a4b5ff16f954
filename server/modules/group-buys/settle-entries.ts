import { ENTRY_BATCH, PAY_AFTER_CLOSING_MS } from '@/domain/group-buy/group-buy'
import { GATHER } from '@/domain/order/order'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { addJob } from '../../jobs/jobs'
import { queueNotice } from '../notices/queue-notice'
import { moveOrder } from '../orders/move-order'
import type { OrderRow } from '../orders/order-row'
import { type GroupBuyRow, isEntryOf, type StoredStep } from './store'

/** The kind of job that closes an entry which is not paid in time after its group buy closed. */
export const CLOSE_UNPAID_ENTRY = 'close-unpaid-entry'

/**
 * Moves the next entries of a group buy that has ended, at most a hundred: they become ordinary orders, or are cancelled with it. Call it
 * while the shop is locked.
 * @returns whether entries remain
 */
export async function settleEntries(tx: Query, groupBuy: GroupBuyRow, now: number): Promise<boolean> {
  if (groupBuy.state !== 'closed' && groupBuy.state !== 'cancelled') return false
  const rows = await tx
    .selectFrom('shop_order')
    .selectAll()
    .where(isEntryOf({ shopId: groupBuy.shop_id, groupBuyId: groupBuy.id }))
    .where('gathering', '=', 1)
    .orderBy('entry')
    .limit(ENTRY_BATCH)
    .execute()
  for (const row of rows)
    await (groupBuy.state === 'closed' ? gather(tx, row, groupBuy, now) : cancel(tx, row, groupBuy, now))
  return rows.length === ENTRY_BATCH
}

/** Calling off is the owner's step, unless she has not decided in time. */
const cancel = (tx: Query, row: OrderRow, groupBuy: GroupBuyRow, now: number) => {
  const actor = readJson<StoredStep[]>(groupBuy.history).at(-1)?.by === 'owner' ? 'owner' : 'system'
  return moveOrder(tx, row, { action: 'cancel', actor, now })
}

async function gather(tx: Query, row: OrderRow, { accepts }: GroupBuyRow, now: number): Promise<void> {
  const isPending = row.payment_state === 'pending'
  await moveOrder(tx, row, { action: accepts === 1 && !isPending ? 'accept' : GATHER, actor: 'system', now })
  if (isPending && row.pay_until === 0) await askToPay(tx, row, now)
}

/** Gives an entry that is paid online after closing its time to pay, and tells the buyer. */
async function askToPay(
  tx: Query,
  { shop_id: shopId, id: orderId, buyer_id }: OrderRow,
  now: number,
): Promise<void> {
  const until = now + PAY_AFTER_CLOSING_MS
  await tx
    .updateTable('shop_order')
    .set({ pay_until: until })
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .execute()
  await addJob(tx, {
    id: `${CLOSE_UNPAID_ENTRY}:${shopId}:${orderId}`,
    kind: CLOSE_UNPAID_ENTRY,
    payload: { shopId, orderId },
    runAt: until,
  })
  await queueNotice(
    tx,
    { event: 'pay-now', shopId, subjectId: orderId, occurrence: 'closed', at: now },
    buyer_id,
  )
}
