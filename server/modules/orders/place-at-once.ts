import { CompiledQuery } from 'kysely'
import type { Order } from '@/domain/order'
import type { Query } from '../../db/database'
import { codeOf } from '../../error-code'
import { fingerprint } from '../../fingerprint'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { type ShopRow, shopColumns, toShop } from '../shops/store'
import { closeUnpaidJob } from './close-unpaid'
import { type Placing, refuseUnfit, rowOf } from './place-order'
import { type Offer, priceOffers, takenBySku } from './price-lines'
import { type OrderRow, toOrder } from './store'

/** After so many tries that were overtaken, the plain form takes its turn. */
const TRIES = 8

/**
 * Places an order on PostgreSQL in two statements: one reads the shop and the goods, one writes everything if they are
 * still so, or nothing. Refuses as the plain form does. `undefined` leaves it to the plain form: the order is there
 * already, or others were faster again and again.
 */
export async function placeAtOnce(parts: Parts, query: Query, placing: Placing): Promise<Order | undefined> {
  for (let i = 0; i < TRIES; i++) {
    const facts = await readFacts(query, placing)
    if (facts.known) return undefined
    const shop = toShop(facts)
    const now = parts.clock()
    refuseUnfit(shop, placing.request, parts.online, now)
    const priced = priceOffers(facts.offers ?? [], shop.freight, placing.request)
    const requestHash = fingerprint(placing.request)
    const row = rowOf(placing, priced, { number: 0, requestHash, now })
    const number = await writeAtOnce(query, facts, row)
    if (number !== undefined) return toOrder({ ...row, number })
  }
  return undefined
}

interface Facts extends Pick<ShopRow, (typeof shopColumns)[number]> {
  /** An order of this id is there. */
  known: boolean
  /** The asked skus that are on sale; `null` when there is none. */
  offers: (Offer & { productVersion: number })[] | null
}

const READ = `
select ${shopColumns.join(', ')},
  exists (select 1 from shop_order where shop_id = $1 and id = $2) as known,
  (select json_agg(json_build_object(
      'skuId', sku.id, 'productId', product.id, 'productVersion', product.version, 'name', product.name,
      'label', label, 'unit', unit, 'price', price, 'stock', stock, 'photos', photos))
    from sku join product on product.shop_id = sku.shop_id and product.id = sku.product_id
    where sku.shop_id = $1 and sku.id = any($3) and on_sale = 1) as offers
from shop where shop_id = $1`

/** What an order needs to know, read by one statement; `not-found` without such a shop. */
export async function readFacts(
  query: Query,
  { shopId, orderId, request }: Omit<Placing, 'accountId'>,
): Promise<Facts> {
  const skuIds = [...new Set(request.lines.map((line) => line.skuId))]
  const { rows } = await query.executeQuery<Facts>(CompiledQuery.raw(READ, [shopId, orderId, skuIds]))
  if (!rows[0]) throw new Refused('not-found')
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
] as const satisfies (keyof OrderRow)[]

const at = (column: (typeof COLUMNS)[number]) => `$${COLUMNS.indexOf(column) + 1}`
const [VERSION, TAKEN, JOB, KIND, PAYLOAD, RUN_AT] = [1, 2, 3, 4, 5, 6].map((i) => `$${COLUMNS.length + i}`)

/**
 * The shop's row is locked first, so orders of one shop come one after the other. An order whose goods are no longer
 * all there has no number, which its column does not allow: the statement fails as a whole.
 */
const WRITE = `
with counted as (
  update shop set last_order = last_order + 1, changes = changes + 1
  where shop_id = $1 and version = ${VERSION} returning last_order
), wanted as (
  select * from json_to_recordset(${TAKEN}::json)
    as wanted (id text, quantity int, price bigint, product text, version int)
), taken as (
  update sku set stock = stock - quantity from counted, wanted
  where sku.shop_id = $1 and sku.id = wanted.id and sku.price = wanted.price and stock >= quantity
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
select case when (select count(*) from taken) = (select count(*) from wanted) then last_order end,
  ${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')}
from counted returning number`

/** No number, an order of this id, a deadlock: somebody was faster. */
const OVERTAKEN = ['23502', '23505', '40P01', '40001']

/** Writes the order if shop, goods and stock are still as they were read; answers its number, or `undefined`. */
export async function writeAtOnce(query: Query, facts: Facts, row: OrderRow): Promise<number | undefined> {
  const offers = new Map(facts.offers?.map((offer) => [offer.skuId, offer]))
  const wanted = takenBySku(toOrder(row).lines).map(([id, quantity]) => {
    const { price, productId: product, productVersion: version } = offers.get(id) ?? {}
    return { id, quantity, price, product, version }
  })
  const job =
    row.payment_state === 'pending' ? closeUnpaidJob(row.shop_id, row.id, row.created_at) : undefined
  const values = [
    ...COLUMNS.map((column) => row[column]),
    facts.version,
    JSON.stringify(wanted),
    ...(job ? [job.id, job.kind, JSON.stringify(job.payload), job.runAt] : [null, null, null, null]),
  ]
  try {
    const { rows } = await query.executeQuery<{ number: number }>(CompiledQuery.raw(WRITE, values))
    return rows[0]?.number
  } catch (error) {
    if (OVERTAKEN.includes(codeOf(error))) return undefined
    throw error
  }
}
