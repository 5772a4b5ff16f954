import { availablePaymentMethods } from '@/domain/available-payments'
import { dayOf } from '@/domain/day'
import type { Order } from '@/domain/order'
import { expiryOf, type OrderLimits } from '@/domain/order-limits'
import { firstPaymentState, type PaymentMethod } from '@/domain/payment'
import { isClosed, type Shop } from '@/domain/shop'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import { prepareQuery } from '../../db/prepare-query'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { addJob } from '../../jobs/jobs'
import { addStock } from '../products/move-stock'
import { shopColumns, toOrderLimits, toShop } from '../shops/store'
import { type BuyerHistory, checkWaitingLimit, readBuyerHistory } from './buyer-limits'
import { closeUnpaidJob } from './close-unpaid'
import { type PricedOrder, priceLines } from './price-lines'
import { quantitiesBySku } from './quantities-by-sku'
import { addOrder, findOrder, type OrderRow, toOrder } from './store'
import { type OrderRequest, validateOrder } from './validate-order'

export interface PlaceOrderInput {
  shopId: string
  orderId: string
  accountId: string
  request: OrderRequest
  /** Keyed hash of the buyer's network address. Without it waiting orders are unlimited (`RATE_LIMIT=off`). */
  addressHash?: string
}

/**
 * Places an order, once for each id. The same request of the same buyer returns the same order; another one is
 * `idempotency-conflict`.
 */
export async function placeOrder(deps: AppDependencies, tx: Query, input: PlaceOrderInput): Promise<Order> {
  const { shopId, orderId, accountId, request } = input
  const requestHash = fingerprint(request)
  const known = await findOrder(tx, shopId, orderId)
  if (known && known.buyer_id !== accountId) throw new ApiError('not-found')
  if (known && known.request_hash !== requestHash) throw new ApiError('idempotency-conflict')
  if (known) return toOrder(known)
  const { shop, limits, number } = await nextOrderNumber(tx, shopId)
  await countBuyerOrder(tx, input, shop)
  const now = deps.clock()
  const { addressHash } = input
  const buyer =
    addressHash === undefined ? undefined : await readBuyerHistory(tx, { shopId, accountId, addressHash })
  const limited = buyer && { shop, limits, buyer }
  checkOrderAcceptable(shop, request, deps.onlineMethods, now)
  if (limited) checkWaitingLimit(limited)
  const priced = await priceLines(tx, shopId, shop.freight, request, limited)
  await takeStock(tx, shopId, priced)
  const row = createOrderRow(input, priced, { number, requestHash, now, limits, buyer })
  await addOrder(tx, row)
  if (row.payment_state === 'pending') await addJob(tx, closeUnpaidJob(shopId, orderId, now))
  return toOrder(row)
}

/** Increments and returns the shop's order number. A later rejection rolls it back. */
async function nextOrderNumber(tx: Query, shopId: string) {
  const [row] = await countOrder(tx, { shopId })
  if (!row) throw new ApiError('not-found')
  return { shop: toShop(row), limits: toOrderLimits(row), number: row.last_order }
}

const countOrder = prepareQuery((db, given: { shopId: string }) =>
  db
    .updateTable('shop')
    .set((eb) => ({ last_order: eb('last_order', '+', 1), changes: eb('changes', '+', 1) }))
    .where('shop_id', '=', given.shopId)
    .where('blocked_at', 'is', null)
    .returning([...shopColumns, 'last_order']),
)

/** Increments the buyer's order count in this shop. A blocked buyer is rejected, which rolls it back. */
async function countBuyerOrder(
  tx: Query,
  { shopId, accountId }: PlaceOrderInput,
  { phone }: Shop,
): Promise<void> {
  const [row] = await addBuyerOrder(tx, { shop_id: shopId, account_id: accountId })
  if (row?.blocked_at != null) throw new ApiError('buyer-blocked', { current: { phone } })
}

const addBuyerOrder = prepareQuery((db, given: { shop_id: string; account_id: string }) =>
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

/** Rejects an order that the shop does not accept, before any goods are read. */
export function checkOrderAcceptable(
  shop: Shop,
  request: OrderRequest,
  online: readonly PaymentMethod[],
  now: number,
): void {
  const today = dayOf(now)
  const { kind } = request.fulfilment
  if (isClosed(shop, today)) throw new ApiError('shop-closed', { current: { closedUntil: shop.closedUntil } })
  if (!shop.fulfilments.includes(kind)) throw badInput('/fulfilment/kind', 'is not offered by this shop')
  const payable = availablePaymentMethods(kind, shop.payments, online)
  if (!payable.includes(request.payment.method))
    throw new ApiError('payment-unavailable', { current: { payments: payable } })
  const fields = validateOrder(request, today)
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
}

/** Takes the quantities with guarded updates, in the order of sku ids to avoid deadlocks. */
async function takeStock(tx: Query, shopId: string, priced: PricedOrder): Promise<void> {
  for (const [skuId, quantity] of quantitiesBySku(priced.lines))
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
  buyer: BuyerHistory | undefined
}

/** The row of a new order. An order paid in advance does not expire, because its money has to be refunded by a person. */
export function createOrderRow(
  { shopId, orderId, accountId, request, addressHash }: PlaceOrderInput,
  priced: PricedOrder,
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
    buyer_address: (buyer && !buyer.boughtAnywhere && addressHash) || null,
    expires_at: (paymentState === 'due' && expiryOf(limits, now)) || null,
  }
}
