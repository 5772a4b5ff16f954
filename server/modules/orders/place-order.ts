import { waitingAtAddress } from '@/domain/order/buyer-limits'
import type { Order } from '@/domain/order/order'
import { MAX_WAITING_PER_ADDRESS } from '@/domain/order/order-limits'
import { decideOrder } from '@/domain/order/place-order'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { isTransientError, withRetry } from '../../db/retry'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { keepAccount } from '../quotas/lock-account'
import { lockShop } from '../shops/shop-lock'
import { loadOrderFacts, type PlaceOrderInput, type StoredFacts } from './order-facts'
import { toOrder } from './order-row'
import { toOrderWrite } from './order-write'
import { findOrder } from './store'
import { writeOrder } from './write-order'

const OPTIMISTIC_ATTEMPTS = 3

/** From this count on orders lock the shop, because concurrent ones could exceed the limit of their address. */
const MAX_CONCURRENT_AT_ADDRESS = MAX_WAITING_PER_ADDRESS / 2

/**
 * Places an order, once for each id. The same request of the same buyer returns the same order; another one is
 * `idempotency-conflict`. On PostgreSQL an order is first tried without a transaction: its statement fails when the facts
 * have changed.
 */
export async function placeOrder(deps: AppDependencies, input: PlaceOrderInput): Promise<Order> {
  const { db } = deps
  const placed = isPostgres(db.query) ? await placeOptimistically(deps, db.query, input) : undefined
  return placed ?? db.withTx((tx) => placeLocked(deps, tx, input))
}

/** Places an order without a lock; `undefined` when an order needs the lock, or after repeated conflicts. */
export async function placeOptimistically(
  deps: AppDependencies,
  query: Query,
  input: PlaceOrderInput,
): Promise<Order | undefined> {
  const attempt = async () => {
    const facts = await loadOrderFacts(deps, query, input)
    if (facts?.buyer && waitingAtAddress(facts.buyer) >= MAX_CONCURRENT_AT_ADDRESS) return undefined
    return placeFrom(facts, query, input)
  }
  try {
    return await withRetry(attempt, OPTIMISTIC_ATTEMPTS)
  } catch (error) {
    if (isTransientError(error)) return undefined
    throw error
  }
}

/** Places an order in a transaction in which nothing of its shop can change and its buyer stays. */
export async function placeLocked(deps: AppDependencies, tx: Query, input: PlaceOrderInput): Promise<Order> {
  await keepAccount(tx, input.accountId)
  await lockShop(tx, input.shopId)
  return placeFrom(await loadOrderFacts(deps, tx, input), tx, input)
}

/** Decides from the facts and writes the order. @throws SerializationConflictError when the facts have changed. */
async function placeFrom(
  facts: StoredFacts | undefined,
  query: Query,
  input: PlaceOrderInput,
): Promise<Order> {
  if (!facts) throw new ApiError('not-found')
  if (facts.isKnown) return findPlaced(query, input)
  const decision = decideOrder(facts, input.request)
  if ('refusal' in decision) {
    const { code, ...details } = decision.refusal
    throw new ApiError(code, details)
  }
  const { number } = await writeOrder(query, toOrderWrite(input, facts, decision))
  return { ...decision.order, id: input.orderId, number }
}

/** The order of this id, for its buyer and for the same request only. */
async function findPlaced(
  query: Query,
  { shopId, orderId, accountId, request }: PlaceOrderInput,
): Promise<Order> {
  const row = await findOrder(query, shopId, orderId)
  if (row?.buyer_id !== accountId) throw new ApiError('not-found')
  if (row.request_hash !== fingerprint(request)) throw new ApiError('idempotency-conflict')
  return toOrder(row)
}
