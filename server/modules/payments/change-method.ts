import type { FastifyBaseLogger } from 'fastify'
import type { Order } from '@/domain/order/order'
import { isInPersonMethodOf } from '@/domain/payment/available-payments'
import { CHANGE_METHOD, MAX_METHOD_CHANGES, type PaymentMethod } from '@/domain/payment/payment'
import type { BuyerPlace } from '@/domain/payment/payment-rights'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import { onlineOffersOf, readGrants } from '../grants/grants'
import { moveOrder } from '../orders/move-order'
import { type OrderRow, payUntil, type StoredEvent, toOrderAt } from '../orders/order-row'
import { mustFindOrder } from '../orders/store'
import { withShopLock } from '../shops/shop-lock'
import { mustFindShop, type ShopRow, toShop } from '../shops/store'
import { closePayment } from './close-payment'
import { paymentsOfOrder } from './store'

interface MethodChange {
  shopId: string
  orderId: string
  role: 'owner' | 'buyer'
  method: PaymentMethod
}

/** A method by which an order can be paid, with the places in which an online one can finish. */
interface AvailableMethod {
  method: PaymentMethod
  places?: BuyerPlace[]
}

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'payments' | 'wechat'>

/** Attempts to find an order without an open payment: another one may be begun after the last was closed. */
const MAX_TRIES = 3

/** True for an order that waits for an online payment, which its buyer may still make. */
const waitsForPayment = (row: OrderRow, now: number): boolean =>
  row.state === 'placed' && row.payment_state === 'pending' && payUntil(row) > now

export function otherMethods(deps: Dependencies, shopRow: ShopRow, row: OrderRow): AvailableMethod[] {
  if (!waitsForPayment(row, deps.clock())) return []
  const { payments } = toShop(shopRow)
  const inPerson = payments.filter((method) => isInPersonMethodOf(row.fulfilment, method))
  const online = onlineOffersOf(deps, readGrants(shopRow), payments).filter(
    ({ max = row.total }) => row.total <= max,
  )
  return [
    ...inPerson.map((method) => ({ method })),
    ...online.map(({ method, places }) => ({ method, places: [...places] })),
  ].filter(({ method }) => method !== row.payment_method)
}

/**
 * Chooses another payment method for an order that waits for its payment. Payments under way are closed at their service first, which says
 * whether the buyer was faster.
 * @throws ApiError `not-allowed-now` (with the order), `payment-unavailable`, `too-many-steps`, or `unavailable` while a service does not
 * answer.
 */
export async function changeMethod(
  deps: Dependencies,
  change: MethodChange,
  log: Pick<FastifyBaseLogger, 'error'>,
): Promise<Order> {
  const { shopId, orderId, method } = change
  for (let i = 0; i < MAX_TRIES; i++) {
    const row = await findAllowed(deps, deps.db.query, change)
    if (row.payment_method === method) return toOrderAt(row, deps.clock())
    await closeAll(deps, { shopId, orderId }, log)
    const changed = await withShopLock(deps.db, shopId, (tx) => writeMethod(deps, tx, change))
    if (changed) return changed
  }
  throw new ApiError('unavailable', { retryAfter: 5 })
}

/** The order, when its method may be changed to this one or is it already. @throws ApiError */
async function findAllowed(
  deps: Dependencies,
  query: Query,
  { shopId, orderId, role, method }: MethodChange,
): Promise<OrderRow> {
  const row = await mustFindOrder(query, shopId, orderId)
  const current = toOrderAt(row, deps.clock())
  if (role !== 'buyer') throw new ApiError('not-allowed-now', { current })
  if (row.payment_method === method) return row
  if (!waitsForPayment(row, deps.clock())) throw new ApiError('not-allowed-now', { current })
  const methods = otherMethods(deps, await mustFindShop(query, shopId), row)
  if (!methods.some((one) => one.method === method)) throw new ApiError('payment-unavailable')
  const changes = readJson<StoredEvent[]>(row.history).filter(({ action }) => action === CHANGE_METHOD)
  if (changes.length >= MAX_METHOD_CHANGES) throw new ApiError('too-many-steps', { current })
  return row
}

/** Closes the open payments of an order at their services, or confirms the one that was made. @throws ApiError `unavailable` */
async function closeAll(
  deps: Dependencies,
  { shopId, orderId }: Pick<MethodChange, 'shopId' | 'orderId'>,
  log: Pick<FastifyBaseLogger, 'error'>,
): Promise<void> {
  for (const { id, state } of await paymentsOfOrder(deps.db.query, shopId, orderId))
    if (state === 'open')
      await closePayment(deps, { shopId, paymentId: id }, log).catch((error: unknown) => {
        throw error instanceof GatewayError ? new ApiError('unavailable', { retryAfter: 5 }) : error
      })
}

/** Writes the method; `undefined` while a payment is open. Call it while the shop is locked. @throws ApiError */
async function writeMethod(deps: Dependencies, tx: Query, change: MethodChange): Promise<Order | undefined> {
  const { shopId, orderId, method } = change
  const row = await findAllowed(deps, tx, change)
  const now = deps.clock()
  if (row.payment_method === method) return toOrderAt(row, now)
  if ((await paymentsOfOrder(tx, shopId, orderId)).some(({ state }) => state === 'open')) return undefined
  return moveOrder(tx, row, { action: CHANGE_METHOD, actor: 'buyer', now, facts: { method } })
}
