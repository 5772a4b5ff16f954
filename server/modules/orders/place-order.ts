import { dayOf } from '@/domain/day'
import type { Order } from '@/domain/order'
import { firstPaymentState, type PaymentMethod } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'
import { isClosed, type Shop } from '@/domain/shop'
import type { Query } from '../../db/database'
import { prepared } from '../../db/prepared'
import { fingerprint } from '../../fingerprint'
import { addJob } from '../../jobs/jobs'
import type { Parts } from '../../parts'
import { badInput, Refused } from '../../refused'
import { addStock } from '../products/move-stock'
import { shopColumns, toShop } from '../shops/store'
import { closeUnpaidJob } from './close-unpaid'
import { type OrderRequest, orderFaults } from './order-faults'
import { type Priced, priceLines, takenBySku } from './price-lines'
import { addOrder, findOrder, type OrderRow, toOrder } from './store'

export interface Placing {
  shopId: string
  orderId: string
  accountId: string
  request: OrderRequest
}

/** Places an order, once per id: the same request of the same buyer again answers the same; another one is `different`. */
export async function placeOrder(parts: Parts, tx: Query, placing: Placing): Promise<Order> {
  const { shopId, orderId, accountId, request } = placing
  const requestHash = fingerprint(request)
  const known = await findOrder(tx, shopId, orderId)
  if (known && known.buyer_id !== accountId) throw new Refused('not-found')
  if (known && known.request_hash !== requestHash) throw new Refused('different')
  if (known) return toOrder(known)
  const { shop, number } = await takeNumber(tx, shopId)
  const now = parts.clock()
  refuseUnfit(shop, request, parts.online, now)
  const priced = await priceLines(tx, shopId, shop.freight, request)
  await takeStock(tx, shopId, priced)
  const row = rowOf(placing, priced, { number, requestHash, now })
  await addOrder(tx, row)
  if (row.payment_state === 'pending') await addJob(tx, closeUnpaidJob(shopId, orderId, now))
  return toOrder(row)
}

/** The next number of the shop, and the shop; refusing the order afterwards gives the number back with the rest. */
async function takeNumber(tx: Query, shopId: string): Promise<{ shop: Shop; number: number }> {
  const [row] = await countOrder(tx, { shopId })
  if (!row) throw new Refused('not-found')
  return { shop: toShop(row), number: row.last_order }
}

const countOrder = prepared((db, given: { shopId: string }) =>
  db
    .updateTable('shop')
    .set((eb) => ({ last_order: eb('last_order', '+', 1), changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', given.shopId)
    .returning([...shopColumns, 'last_order']),
)

/** Refuses what does not fit the shop as it is, before any goods are looked at. */
export function refuseUnfit(
  shop: Shop,
  request: OrderRequest,
  online: readonly PaymentMethod[],
  now: number,
): void {
  const today = dayOf(now)
  const { kind } = request.fulfilment
  if (isClosed(shop, today)) throw new Refused('shop-closed', { current: { closedUntil: shop.closedUntil } })
  if (!shop.fulfilments.includes(kind)) throw badInput('/fulfilment/kind', 'is not offered by this shop')
  const payable = payableBy(kind, shop.payments, online)
  if (!payable.includes(request.payment.method))
    throw new Refused('payment-unavailable', { current: { payments: payable } })
  const fields = orderFaults(request, today)
  if (fields.length > 0) throw new Refused('bad-input', { fields })
}

/** Guarded, in the order of sku ids: whoever comes too late takes nothing. */
async function takeStock(tx: Query, shopId: string, priced: Priced): Promise<void> {
  for (const [skuId, quantity] of takenBySku(priced.lines))
    if ((await addStock(tx, shopId, skuId, -quantity)) === undefined)
      throw new Refused('out-of-stock', {
        current: { lines: [{ skuId, stock: await stockNow(tx, shopId, skuId) }] },
      })
}

async function stockNow(tx: Query, shopId: string, skuId: string): Promise<number> {
  const row = await tx
    .selectFrom('sku')
    .select('stock')
    .where('shop_id', '=', shopId)
    .where('id', '=', skuId)
    .executeTakeFirst()
  return row?.stock ?? 0
}

/** The row of a new order. */
export function rowOf(
  { shopId, orderId, accountId, request }: Placing,
  priced: Priced,
  facts: { number: number; requestHash: string; now: number },
): OrderRow {
  return {
    shop_id: shopId,
    id: orderId,
    number: facts.number,
    buyer_id: accountId,
    request_hash: facts.requestHash,
    state: 'placed',
    payment_method: request.payment.method,
    payment_state: firstPaymentState(request.payment.method),
    after_sale: 'none',
    lines: JSON.stringify(priced.lines),
    goods: priced.goods,
    freight: priced.freight,
    total: priced.total,
    fulfilment: request.fulfilment.kind,
    receiver: JSON.stringify(request.receiver),
    note: request.note ?? null,
    history: '[]',
    created_at: facts.now,
    updated_at: facts.now,
  }
}
