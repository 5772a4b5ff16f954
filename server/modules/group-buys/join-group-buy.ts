import { sql } from 'kysely'
import { decideEntry, type EntryRequest } from '@/domain/group-buy/decide-entry'
import { type GroupBuy, isAllTaken } from '@/domain/group-buy/group-buy'
import type { Order, OrderLine } from '@/domain/order/order'
import { quantitiesBySku } from '@/domain/product/cart'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { readJson } from '../../db/json'
import { isTransientError, withRetry } from '../../db/retry'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { addJobRow } from '../../jobs/jobs'
import { moveOrder } from '../orders/move-order'
import { loadOrderFacts, type StoredFacts } from '../orders/order-facts'
import { toOrder, toOrderAt } from '../orders/order-row'
import { type OrderWrite, toOrderWrite } from '../orders/order-write'
import { findOrder, mustFindOrder } from '../orders/store'
import { type WrittenOrder, writeInSteps, writeOrder } from '../orders/write-order'
import { keepAccount } from '../quotas/lock-account'
import { lockShop } from '../shops/shop-lock'
import { groupBuyJobRow } from './due-job'
import { type GroupBuyKey, type GroupBuyRow, isEntryOf, mustFindGroupBuy, toGroupBuy } from './store'

/** A request to join, with the account of its buyer; that of an entry that the shop has pasted is the id of the shop. */
export interface EntryInput extends GroupBuyKey {
  orderId: string
  accountId: string
  request: EntryRequest
}

const OPTIMISTIC_ATTEMPTS = 3

/**
 * Joins a group buy, once for each id. The same request of the same buyer answers the same; another one is `idempotency-conflict`. On
 * PostgreSQL a new entry is first tried without a transaction, as orders are.
 */
export async function joinGroupBuy(deps: AppDependencies, input: EntryInput): Promise<Order> {
  const { db } = deps
  if (isPostgres(db.query) && input.request.replaces === undefined) {
    const joined = await withRetry(() => join(deps, db.query, input, writeOrder), OPTIMISTIC_ATTEMPTS).catch(
      (error: unknown) => {
        if (isTransientError(error)) return undefined
        throw error
      },
    )
    if (joined) return joined
  }
  return db.withTx(async (tx) => {
    await keepAccount(tx, input.accountId)
    await lockShop(tx, input.shopId)
    return joinLocked(deps, tx, input)
  })
}

/** Joins in a transaction in which nothing of the shop can change. An entry that is replaced leaves in the same transaction. */
export async function joinLocked(deps: AppDependencies, tx: Query, input: EntryInput): Promise<Order> {
  const known = await findKnown(deps, tx, input)
  if (known) return known
  const entry = await leaveReplaced(deps, tx, input)
  return join(deps, tx, input, writeInSteps, entry)
}

/** The entry of this id, for its buyer and the same request only. */
async function findKnown(
  { clock }: AppDependencies,
  query: Query,
  input: EntryInput,
): Promise<Order | undefined> {
  const row = await findOrder(query, input.shopId, input.orderId)
  if (!row) return undefined
  if (row.buyer_id !== input.accountId || row.group_buy_id !== input.groupBuyId)
    throw new ApiError('not-found')
  if (row.request_hash !== fingerprint(input.request)) throw new ApiError('idempotency-conflict')
  return toOrderAt(row, clock())
}

/** Cancels the entry that is replaced, and returns its number. @throws ApiError `not-allowed-now` with it when it no longer gathers. */
async function leaveReplaced(
  { clock }: AppDependencies,
  tx: Query,
  { shopId, groupBuyId, accountId, request: { replaces } }: EntryInput,
): Promise<number | undefined> {
  if (replaces === undefined) return undefined
  const row = await mustFindOrder(tx, shopId, replaces)
  if (row.buyer_id !== accountId || row.group_buy_id !== groupBuyId || row.entry === null)
    throw new ApiError('not-found')
  const actor = accountId === shopId ? 'owner' : 'buyer'
  await moveOrder(tx, row, { action: 'cancel', actor, now: clock() })
  return row.entry
}

type Write = (query: Query, write: OrderWrite) => Promise<WrittenOrder>

async function join(
  deps: AppDependencies,
  query: Query,
  input: EntryInput,
  write: Write,
  replaced?: number,
): Promise<Order> {
  const { shopId, groupBuyId, orderId, accountId, request } = input
  const row = await mustFindGroupBuy(query, { shopId, groupBuyId })
  if (row.state === 'draft') throw new ApiError('not-found')
  const facts = await loadOrderFacts(deps, query, { shopId, orderId, accountId, request })
  if (!facts) throw new ApiError('not-found')
  if (facts.isKnown) {
    const known = await findKnown(deps, query, input)
    if (known) return known
  }
  const groupBuy = await toGroupBuy(query, row)
  const decision = decideEntry(
    {
      ...{ order: facts, groupBuy, lastEntry: row.last_entry },
      ownTaken: await readOwnTaken(query, input, groupBuy),
      isPasted: accountId === shopId,
    },
    request,
  )
  if ('refusal' in decision) {
    const { code, ...details } = decision.refusal
    throw new ApiError(code, details)
  }
  const { order, takesAll } = decision
  const written = await write(query, toEntryWrite({ input, facts, row, replaced }, decision, takesAll))
  const { groupBuy: entry } = order
  if (!entry || written.entry === undefined) throw new ApiError('internal')
  // entries that were written since the facts were read may have taken the rest together with this one
  if (replaced === undefined && written.entry !== row.last_entry + 1)
    await closeIfAllTaken(query, input, facts.now)
  return { ...order, id: orderId, number: written.number, groupBuy: { ...entry, entry: written.entry } }
}

async function closeIfAllTaken(query: Query, input: EntryInput, now: number): Promise<void> {
  const { goods } = await toGroupBuy(query, await mustFindGroupBuy(query, input))
  if (isAllTaken(goods)) await addJobRow(query, groupBuyJobRow(input, now, input.orderId))
}

interface Written {
  input: EntryInput
  facts: StoredFacts
  row: GroupBuyRow
  replaced: number | undefined
}

/** What is written of an entry: the rows of its order, and what it counts. */
function toEntryWrite(
  { input, facts, row, replaced }: Written,
  decision: Parameters<typeof toOrderWrite>[2],
  takesAll: boolean,
): OrderWrite {
  const write = toOrderWrite(input, facts, decision)
  const goods = quantitiesBySku(input.request.lines).map(([skuId, quantity]) => ({ skuId, quantity }))
  const low = decision.required.some(({ skuId, quantity }) => {
    const stock = facts.offers.find((offer) => offer.skuId === skuId)?.stock ?? 0
    return stock - quantity <= facts.lowStock
  })
  return {
    ...write,
    // another entry of the buyer at this moment would not be seen in what the buyer has taken
    buyerOrders: facts.buyerOrders,
    // cached storefronts are outdated when goods run out; the numbers of a group buy load apart
    changes: low ? 1 : 0,
    jobs: takesAll ? [...write.jobs, groupBuyJobRow(input, facts.now, input.orderId)] : write.jobs,
    entry: {
      ...{ shopId: row.shop_id, groupBuyId: row.id, version: row.version, now: facts.now },
      ...{ entry: replaced, goods },
    },
  }
}

/** What the entries of a person have of each sku, where the group buy has a maximum per person. */
async function readOwnTaken(
  query: Query,
  { shopId, groupBuyId, accountId }: EntryInput,
  { goods }: GroupBuy,
): Promise<ReadonlyMap<string, number>> {
  // people without an account are not told apart
  if (accountId === shopId || goods.every(({ maxPerPerson }) => maxPerPerson === undefined)) return new Map()
  const rows = await query
    .selectFrom('shop_order')
    .select('lines')
    .where(isEntryOf({ shopId, groupBuyId }))
    .where('buyer_id', '=', accountId)
    .where('state', '!=', sql.lit('cancelled' as const))
    .execute()
  return new Map(quantitiesBySku(rows.flatMap(({ lines }) => readJson<OrderLine[]>(lines))))
}

/**
 * Leaves a group buy while it gathers; an entry that left stays as it is. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` with the order when it no longer gathers, or is not the owner's to remove
 */
export async function leaveGroupBuy(
  tx: Query,
  { shopId, groupBuyId, orderId }: GroupBuyKey & { orderId: string },
  actor: 'owner' | 'buyer',
  now: number,
): Promise<Order> {
  const row = await mustFindOrder(tx, shopId, orderId)
  if (row.group_buy_id !== groupBuyId) throw new ApiError('not-found')
  if (row.state === 'cancelled') return toOrder(row)
  const groupBuy = await mustFindGroupBuy(tx, { shopId, groupBuyId })
  const isAllowed = groupBuy.state === 'open' && (actor === 'buyer' || row.buyer_id === shopId)
  if (!isAllowed) throw new ApiError('not-allowed-now', { current: toOrderAt(row, now) })
  return moveOrder(tx, row, { action: 'cancel', actor, now })
}
