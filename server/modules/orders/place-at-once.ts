import { CompiledQuery } from 'kysely'
import type { Order } from '@/domain/order'
import { ADDRESS_WAITING_MOST } from '@/domain/order-limits'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { codeOf } from '../../error-code'
import { fingerprint } from '../../fingerprint'
import { type ShopRow, shopColumns, toOrderLimits, toShop } from '../shops/store'
import { closeUnpaidJob } from './close-unpaid'
import { type Placing, refuseUnfit, rowOf } from './place-order'
import { type Offer, priceOffers } from './price-lines'
import { type OrderRow, toOrder } from './store'
import { takenBySku } from './taken-by-sku'
import { type BuyerFacts, type BuyerLimits, refuseTooMany, stockNeeds, WAITING_READ } from './waiting'

/** After so many tries that were overtaken, the plain form takes its turn. */
const TRIES = 8

/** From here on the plain form decides about an address: orders of several accounts could pass its limit side by side here. */
const NEAR_MOST = ADDRESS_WAITING_MOST / 2

/**
 * Places an order on PostgreSQL in two statements: one reads the shop and the goods, one writes everything if they are
 * still so, or nothing. Refuses as the plain form does. `undefined` leaves it to the plain form: the order is there
 * already, or others were faster again and again.
 */
export async function placeAtOnce(
  deps: AppDependencies,
  query: Query,
  placing: Placing,
): Promise<Order | undefined> {
  for (let i = 0; i < TRIES; i++) {
    const facts = await readFacts(query, placing)
    if (facts.known) return undefined
    if (facts.shopBlockedAt !== null) throw new ApiError('not-found')
    const [shop, limits] = [toShop(facts), toOrderLimits(facts)]
    if (facts.blocked) throw new ApiError('buyer-blocked', { current: { phone: shop.phone } })
    const buyer = buyerIn(facts)
    if (buyer && buyer.near >= NEAR_MOST) return undefined
    const limited = buyer && { shop, limits, buyer }
    const now = deps.clock()
    refuseUnfit(shop, placing.request, deps.online, now)
    if (limited) refuseTooMany(limited)
    const priced = priceOffers(facts.offers ?? [], shop.freight, placing.request, limited)
    const requestHash = fingerprint(placing.request)
    const row = rowOf(placing, priced, { number: 0, requestHash, now, limits, buyer })
    const number = await writeAtOnce(query, facts, row, limited)
    if (number !== undefined) return toOrder({ ...row, number })
  }
  return undefined
}

interface Facts extends Pick<ShopRow, (typeof shopColumns)[number]>, Omit<BuyerFacts, 'waiting'> {
  /** An order of this id is there. */
  known: boolean
  shopBlockedAt: number | null
  blocked: boolean
  /** How many orders the buyer placed in the shop so far. */
  orders: number
  limited: boolean
  waiting: string[] | null
  /** The asked skus that are on sale; `null` when there is none. */
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
    limit ${WAITING_READ}) as mine) as waiting,
  exists (select 1 from account_order where account_id = $4 and shop_id = $1 and done = 1) as "boughtHere",
  exists (select 1 from account_order where account_id = $4 and done = 1) as "boughtAnywhere",
  (select count(*)::int from (select 1 from shop_order
    where shop_id = $1 and buyer_address = $5 limit ${ADDRESS_WAITING_MOST}) as near) as near
from shop where shop_id = $1`

const buyerIn = ({ limited, waiting, boughtHere, boughtAnywhere, near }: Facts): BuyerFacts | undefined =>
  limited ? { waiting: waiting ?? [], boughtHere, boughtAnywhere, near } : undefined

/** What an order needs to know, read by one statement; `not-found` without such a shop. */
export async function readFacts(
  query: Query,
  { shopId, orderId, accountId, request, from }: Placing,
): Promise<Facts> {
  const skuIds = [...new Set(request.lines.map((line) => line.skuId))]
  const { rows } = await query.executeQuery<Facts>(
    CompiledQuery.raw(READ, [shopId, orderId, skuIds, accountId, from ?? null]),
  )
  if (!rows[0]) throw new ApiError('not-found')
  return rows[0]
}

/** The columns of an order, in the order of the statement's values; the first is the shop. */
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
 * The shop's row is locked first, so orders of one shop come one after the other. An order whose goods are no longer
 * all there has no number, which its column does not allow: the statement fails as a whole. So does one whose buyer was
 * blocked or, where limits hold, placed another order meanwhile: the statement sees the buyer's row as it is now, but
 * other orders as they were when it began.
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

/** No number, an order of this id, a deadlock: somebody was faster. */
const OVERTAKEN = ['23502', '23505', '40P01', '40001']

/** Writes the order if shop, goods and stock are still as they were read; answers its number, or `undefined`. */
export async function writeAtOnce(
  query: Query,
  facts: Facts,
  row: OrderRow,
  limited?: BuyerLimits,
): Promise<number | undefined> {
  const offers = new Map(facts.offers?.map((offer) => [offer.skuId, offer]))
  const { lines } = toOrder(row)
  const needs = new Map(stockNeeds(lines, limited))
  const wanted = takenBySku(lines).map(([id, quantity]) => {
    const { price, productId: product, productVersion: version } = offers.get(id) ?? {}
    return { id, quantity, price, product, version, least: needs.get(id) }
  })
  const job =
    row.payment_state === 'pending' ? closeUnpaidJob(row.shop_id, row.id, row.created_at) : undefined
  const values = [
    ...COLUMNS.map((column) => row[column]),
    facts.version,
    JSON.stringify(wanted),
    ...(job ? [job.id, job.kind, JSON.stringify(job.payload), job.runAt] : [null, null, null, null]),
    limited ? facts.orders : null,
  ]
  try {
    const { rows } = await query.executeQuery<{ number: number }>(CompiledQuery.raw(WRITE, values))
    return rows[0]?.number
  } catch (error) {
    if (OVERTAKEN.includes(codeOf(error))) return undefined
    throw error
  }
}
