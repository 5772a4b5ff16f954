import { dayOf } from '@/domain/day'
import type { Order } from '@/domain/order'
import { expiryOf, type OrderLimits } from '@/domain/order-limits'
import { firstPaymentState, type PaymentMethod } from '@/domain/payment'
import { payableBy } from '@/domain/payment-rights'
import { isClosed, type Shop } from '@/domain/shop'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { prepared } from '../../db/prepared'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { addJob } from '../../jobs/jobs'
import { addStock } from '../products/move-stock'
import { shopColumns, toOrderLimits, toShop } from '../shops/store'
import { closeUnpaidJob } from './close-unpaid'
import { type OrderRequest, orderFaults } from './order-faults'
import { type Priced, priceLines } from './price-lines'
import { addOrder, findOrder, type OrderRow, toOrder } from './store'
import { takenBySku } from './taken-by-sku'
import { type BuyerFacts, readBuyer, refuseTooMany } from './waiting'

export interface Placing {
  shopId: string
  orderId: string
  accountId: string
  request: OrderRequest
  /** The keyed hash of the buyer's address. Without it waiting orders are unlimited (`RATE_LIMIT=off`). */
  from?: string
}

/** Places an order, once per id: the same request of the same buyer again answers the same; another one is `different`. */
export async function placeOrder(deps: AppDependencies, tx: Query, placing: Placing): Promise<Order> {
  const { shopId, orderId, accountId, request } = placing
  const requestHash = fingerprint(request)
  const known = await findOrder(tx, shopId, orderId)
  if (known && known.buyer_id !== accountId) throw new ApiError('not-found')
  if (known && known.request_hash !== requestHash) throw new ApiError('idempotency-conflict')
  if (known) return toOrder(known)
  const { shop, limits, number } = await takeNumber(tx, shopId)
  await countBuyerOrder(tx, placing, shop)
  const now = deps.clock()
  const { from } = placing
  const buyer = from === undefined ? undefined : await readBuyer(tx, { shopId, accountId, from })
  const limited = buyer && { shop, limits, buyer }
  refuseUnfit(shop, request, deps.online, now)
  if (limited) refuseTooMany(limited)
  const priced = await priceLines(tx, shopId, shop.freight, request, limited)
  await takeStock(tx, shopId, priced)
  const row = rowOf(placing, priced, { number, requestHash, now, limits, buyer })
  await addOrder(tx, row)
  if (row.payment_state === 'pending') await addJob(tx, closeUnpaidJob(shopId, orderId, now))
  return toOrder(row)
}

/** The next number of the shop, and the shop; refusing the order afterwards gives the number back with the rest. */
async function takeNumber(tx: Query, shopId: string) {
  const [row] = await countOrder(tx, { shopId })
  if (!row) throw new ApiError('not-found')
  return { shop: toShop(row), limits: toOrderLimits(row), number: row.last_order }
}

const countOrder = prepared((db, given: { shopId: string }) =>
  db
    .updateTable('shop')
    .set((eb) => ({ last_order: eb('last_order', '+', 1), changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', given.shopId)
    .where('blocked_at', 'is', null)
    .returning([...shopColumns, 'last_order']),
)

/** Counts an order of the buyer in this shop; a blocked one is refused, and the count goes with the rest. */
async function countBuyerOrder(tx: Query, { shopId, accountId }: Placing, { phone }: Shop): Promise<void> {
  const [row] = await addBuyerOrder(tx, { shop_id: shopId, account_id: accountId })
  if (row?.blocked_at != null) throw new ApiError('buyer-blocked', { current: { phone } })
}

const addBuyerOrder = prepared((db, given: { shop_id: string; account_id: string }) =>
  db
    .insertInto('shop_buyer')
    .values({ ...given, orders: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'account_id'])
        .doUpdateSet((eb) => ({ orders: eb('shop_buyer.orders', '+', 1) })),
    )
    .returning('blocked_at'),
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
  if (isClosed(shop, today)) throw new ApiError('shop-closed', { current: { closedUntil: shop.closedUntil } })
  if (!shop.fulfilments.includes(kind)) throw badInput('/fulfilment/kind', 'is not offered by this shop')
  const payable = payableBy(kind, shop.payments, online)
  if (!payable.includes(request.payment.method))
    throw new ApiError('payment-unavailable', { current: { payments: payable } })
  const fields = orderFaults(request, today)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
}

/** Guarded, in the order of sku ids: whoever comes too late takes nothing. */
async function takeStock(tx: Query, shopId: string, priced: Priced): Promise<void> {
  for (const [skuId, quantity] of takenBySku(priced.lines))
    if ((await addStock(tx, shopId, skuId, -quantity)) === undefined)
      throw new ApiError('out-of-stock', {
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

interface RowFacts {
  number: number
  requestHash: string
  now: number
  limits: OrderLimits
  buyer: BuyerFacts | undefined
}

/** The row of a new order. What is paid in advance does not expire: its money has to be given back by a person. */
export function rowOf(
  { shopId, orderId, accountId, request, from }: Placing,
  priced: Priced,
  { number, requestHash, now, limits, buyer }: RowFacts,
): OrderRow {
  const paymentState = firstPaymentState(request.payment.method)
  return {
    shop_id: shopId,
    id: orderId,
    number,
    buyer_id: accountId,
    request_hash: requestHash,
    state: 'placed',
    payment_method: request.payment.method,
    payment_state: paymentState,
    after_sale: 'none',
    lines: JSON.stringify(priced.lines),
    goods: priced.goods,
    freight: priced.freight,
    total: priced.total,
    fulfilment: request.fulfilment.kind,
    receiver: JSON.stringify(request.receiver),
    note: request.note ?? null,
    history: '[]',
    created_at: now,
    updated_at: now,
    buyer_address: (buyer && !buyer.boughtAnywhere && from) || null,
    expires_at: (paymentState === 'due' && expiryOf(limits, now)) || null,
  }
}
