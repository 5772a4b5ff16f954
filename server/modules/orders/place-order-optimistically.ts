import { CompiledQuery } from 'kysely'
import type { Order } from '@/domain/order'
import { MAX_WAITING_PER_ADDRESS } from '@/domain/order-limits'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { getErrorCode } from '../../error-code'
import { fingerprint } from '../../fingerprint'
import { type ShopRow, shopColumns, toOrderLimits, toShop } from '../shops/store'
import {
  type BuyerHistory,
  type BuyerLimits,
  checkWaitingLimit,
  MAX_WAITING_READ,
  requiredStock,
} from './buyer-limits'
import { closeUnpaidJob } from './close-unpaid'
import { checkOrderAcceptable, createOrderRow, type PlaceOrderInput } from './place-order'
import { type Offer, priceOffers } from './price-lines'
import { quantitiesBySku } from './quantities-by-sku'
import { type OrderRow, toOrder } from './store'

/** Number of attempts before the order is left to `placeOrder`. */
const MAX_ATTEMPTS = 8

/** From this count on `placeOrder` decides, because concurrent orders could exceed the address limit here. */
const MAX_CONCURRENT_AT_ADDRESS = MAX_WAITING_PER_ADDRESS / 2

/**
 * Places an order on PostgreSQL in two statements: one reads shop and goods, one writes the order if they are unchanged.
 * Rejects as `placeOrder` does. Returns `undefined` for an existing order or after repeated conflicts: use `placeOrder`
 * then.
 */
export async function placeOrderOptimistically(
  deps: AppDependencies,
  query: Query,
  input: PlaceOrderInput,
): Promise<Order | undefined> {
  for (let i = 0; i < MAX_ATTEMPTS; i++) {
    const context = await readOrderContext(query, input)
    if (context.known) return undefined
    if (context.shopBlockedAt !== null) throw new ApiError('not-found')
    const [shop, limits] = [toShop(context), toOrderLimits(context)]
    if (context.blocked) throw new ApiError('buyer-blocked', { current: { phone: shop.phone } })
    const buyer = buyerIn(context)
    if (buyer && buyer.waitingAtAddress >= MAX_CONCURRENT_AT_ADDRESS) return undefined
    const limited = buyer && { shop, limits, buyer }
    const now = deps.clock()
    checkOrderAcceptable(shop, input.request, deps.onlineMethods, now)
    if (limited) checkWaitingLimit(limited)
    const priced = priceOffers(context.offers ?? [], shop.freight, input.request, limited)
    const requestHash = fingerprint(input.request)
    const row = createOrderRow(input, priced, { number: 0, requestHash, now, limits, buyer })
    const number = await writeOrderIfUnchanged(query, context, row, limited)
    if (number !== undefined) return toOrder({ ...row, number })
  }
  return undefined
}

interface OrderContext extends Pick<ShopRow, (typeof shopColumns)[number]>, Omit<BuyerHistory, 'waiting'> {
  /** True when an order of this id exists. */
  known: boolean
  shopBlockedAt: number | null
  blocked: boolean
  /** Number of orders the buyer has placed in the shop. */
  orders: number
  limited: boolean
  waiting: string[] | null
  /** The requested skus that are on sale; `null` when there are none. */
  offers: (Offer & { productVersion: number })[] | null
}

const READ = `
select ${shopColumns.join(', ')},
  blocked_at as "shopBlockedAt",
  exists (select 1 from shop_order where shop_id = $1 and id = $2) as known,
  (select json_agg(json_build_object(
      'skuId', sku.id, 'productId', product.id, 'productVersion', product.version, 'name', product.name,
      'label', label, 'unit', unit, 'price', price, 'stock', stock, 'photos', photos))
    from sku join product on product.shop_id = sku.shop_id and product.id = sku.product_id
    where sku.shop_id = $1 and sku.id = any($3) and on_sale = 1) as offers,
  exists (select 1 from shop_buyer
    where shop_id = $1 and account_id = $4 and blocked_at is not null) as blocked,
  coalesce((select orders from shop_buyer where shop_id = $1 and account_id = $4), 0) as orders,
  $5::text is not null as limited,
  (select json_agg(lines) from (select lines from shop_order
    where shop_id = $1 and buyer_id = $4 and state = 'placed' and $5::text is not null
    limit ${MAX_WAITING_READ}) as mine) as waiting,
  exists (select 1 from account_order where account_id = $4 and shop_id = $1 and done = 1) as "boughtHere",
  exists (select 1 from account_order where account_id = $4 and done = 1) as "boughtAnywhere",
  (select count(*)::int from (select 1 from shop_order
    where shop_id = $1 and buyer_address = $5 limit ${MAX_WAITING_PER_ADDRESS}) as nearby) as "waitingAtAddress"
from shop where shop_id = $1`

const buyerIn = ({
  limited,
  waiting,
  boughtHere,
  boughtAnywhere,
  waitingAtAddress,
}: OrderContext): BuyerHistory | undefined =>
  limited ? { waiting: waiting ?? [], boughtHere, boughtAnywhere, waitingAtAddress } : undefined

/** Reads everything an order depends on in one statement; `not-found` when the shop does not exist. */
export async function readOrderContext(
  query: Query,
  { shopId, orderId, accountId, request, addressHash }: PlaceOrderInput,
): Promise<OrderContext> {
  const skuIds = [...new Set(request.lines.map((line) => line.skuId))]
  const { rows } = await query.executeQuery<OrderContext>(
    CompiledQuery.raw(READ, [shopId, orderId, skuIds, accountId, addressHash ?? null]),
  )
  if (!rows[0]) throw new ApiError('not-found')
  return rows[0]
}

/** Columns of an order, in the order of the statement's values. The first is the shop. */
const COLUMNS = [
  'shop_id',
  'id',
  'buyer_id',
  'request_hash',
  'state',
  'payment_method',
  'payment_state',
  'after_sale',
  'lines',
  'goods',
  'freight',
  'total',
  'fulfilment',
  'receiver',
  'note',
  'history',
  'created_at',
  'updated_at',
  'buyer_address',
  'expires_at',
] as const satisfies (keyof OrderRow)[]

const at = (column: (typeof COLUMNS)[number]) => `$${COLUMNS.indexOf(column) + 1}`
const [VERSION, TAKEN, JOB, KIND, PAYLOAD, RUN_AT, ORDERS] = [1, 2, 3, 4, 5, 6, 7].map(
  (i) => `$${COLUMNS.length + i}`,
)

/**
 * Locks the shop's row first, so orders of one shop are serialized. When goods are no longer available the number is null,
 * which its column forbids, so the whole statement fails. The same happens when the buyer was blocked or, where limits
 * apply, placed another order meanwhile: the statement sees the current row of the buyer, but other orders as of its start.
 */
const WRITE = `
with counted as (
  update shop set last_order = last_order + 1, changes = changes + 1
  where shop_id = $1 and version = ${VERSION} and blocked_at is null returning last_order
), wanted as (
  select * from json_to_recordset(${TAKEN}::json)
    as wanted (id text, quantity int, price bigint, product text, version int, least int)
), buyer as (
  insert into shop_buyer (shop_id, account_id, orders) select $1, ${at('buyer_id')}, 1 from counted
  on conflict (shop_id, account_id) do update set orders = shop_buyer.orders + 1
    where shop_buyer.blocked_at is null and (${ORDERS}::int is null or shop_buyer.orders = ${ORDERS}::int)
  returning orders
), taken as (
  update sku set stock = stock - quantity from counted, wanted
  where sku.shop_id = $1 and sku.id = wanted.id and sku.price = wanted.price and stock >= least
    and product_id = product and exists (
      select 1 from product where shop_id = $1 and id = wanted.product and version = wanted.version and on_sale = 1)
  returning sku.id
), noted as (
  insert into account_order (account_id, shop_id, order_id, created_at)
  select ${at('buyer_id')}, $1, ${at('id')}, ${at('created_at')}::bigint from counted
), later as (
  insert into job (id, kind, payload, run_at, attempts, lease_until, dead)
  select ${JOB}, ${KIND}, ${PAYLOAD}, ${RUN_AT}::bigint, 0, 0, 0 from counted where ${JOB}::text is not null
  on conflict (id) do nothing
)
insert into shop_order (number, ${COLUMNS.join(', ')})
select case when (select count(*) from taken) = (select count(*) from wanted)
    and exists (select 1 from buyer) then last_order end,
  ${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')}
from counted returning number`

/** SQLSTATE of a lost race: number is null, duplicate order id, deadlock, serialization failure. */
const CONFLICT_CODES = ['23502', '23505', '40P01', '40001']

/** Writes the order if shop, goods and stock are unchanged; returns its number, otherwise `undefined`. */
export async function writeOrderIfUnchanged(
  query: Query,
  context: OrderContext,
  row: OrderRow,
  limited?: BuyerLimits,
): Promise<number | undefined> {
  const offers = new Map(context.offers?.map((offer) => [offer.skuId, offer]))
  const { lines } = toOrder(row)
  const needs = new Map(requiredStock(lines, limited))
  const wanted = quantitiesBySku(lines).map(([id, quantity]) => {
    const { price, productId: product, productVersion: version } = offers.get(id) ?? {}
    return { id, quantity, price, product, version, least: needs.get(id) }
  })
  const job =
    row.payment_state === 'pending' ? closeUnpaidJob(row.shop_id, row.id, row.created_at) : undefined
  const values = [
    ...COLUMNS.map((column) => row[column]),
    context.version,
    JSON.stringify(wanted),
    ...(job ? [job.id, job.kind, JSON.stringify(job.payload), job.runAt] : [null, null, null, null]),
    limited ? context.orders : null,
  ]
  try {
    const { rows } = await query.executeQuery<{ number: number }>(CompiledQuery.raw(WRITE, values))
    return rows[0]?.number
  } catch (error) {
    if (CONFLICT_CODES.includes(getErrorCode(error))) return undefined
    throw error
  }
}
