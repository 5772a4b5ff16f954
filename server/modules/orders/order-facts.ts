import { type Selectable, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { dayOf } from '@/domain/day'
import type { BuyerHistory } from '@/domain/order/buyer-limits'
import { slotRuleOf } from '@/domain/order/delivery-slot'
import { MAX_WAITING_PER_ADDRESS } from '@/domain/order/order-limits'
import type { OrderRequest } from '@/domain/order/order-request'
import type { Offer, OrderFacts } from '@/domain/order/place-order'
import type { Photo } from '@/domain/photo'
import { quantitiesBySku, type SkuQuantity } from '@/domain/product/cart'
import { type Standing, standings } from '../../db/account-standing'
import type { Flag } from '../../db/column-types'
import type { Query } from '../../db/database'
import { isPostgres } from '../../db/engine'
import { omitNulls, readJson } from '../../db/json'
import { prepareQuery } from '../../db/prepare-query'
import type { ProductTable, SkuTable } from '../../db/tables'
import type { AppDependencies } from '../../dependencies'
import { readSlotCounts } from '../delivery-slots/slot-counts'
import { onlineMethodsOf, readGrants } from '../grants/grants'
import { ownerHasChannel } from '../notices/queue-notice'
import { lowStockOf, shopColumns, toOrderLimits, toShop } from '../shops/store'
import { sqlPlaced } from './store'

/** Maximum number of rows read to count a buyer's waiting orders; above any limit a shop can set. */
const MAX_WAITING_READ = 100

/** A request for an order, with the ids that its buyer and the client gave it. */
export interface PlaceOrderInput {
  shopId: string
  orderId: string
  accountId: string
  request: OrderRequest
  /** Keyed hash of the buyer's network address. Without it waiting orders are unlimited (`RATE_LIMIT=off`). */
  addressHash?: string
}

/** The facts of the domain, with the values that `writeOrder` compares to detect a change of them. */
export interface StoredFacts extends OrderFacts {
  isKnown: boolean
  offers: readonly (Offer & { productVersion: number })[]
  buyerOrders: number
  /** True when messages can reach an owner. */
  isShopReachable: boolean
  /** The stock at or below which the owners are warned. */
  lowStock: number
}

interface FactsQuery {
  shopId: string
  orderId: string
  skuIds: string[]
  accountId: string
  /** `null` when the limits do not apply; the buyer's history is then not read. */
  address: string | null
}

const selectOffers = (db: Query, { shopId, skuIds }: FactsQuery) =>
  db
    .selectFrom('sku')
    .innerJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'sku.shop_id').onRef('product.id', '=', 'sku.product_id'),
    )
    .where('sku.shop_id', '=', shopId)
    .where('sku.id', 'in', skuIds)
    .where('product.on_sale', '=', 1)
    .select(['sku.id', 'product_id', 'version', 'name', 'label', 'unit', 'price', 'stock', 'photos'])

const selectOrders = (db: Query, { shopId }: FactsQuery) =>
  db.selectFrom('shop_order').where('shop_order.shop_id', '=', shopId)

const selectWaiting = (db: Query, given: FactsQuery) =>
  selectOrders(db, given)
    .where('buyer_id', '=', given.accountId)
    .where('state', '=', sqlPlaced)
    .where('gathering', '=', 0)
    .where(sql<boolean>`cast(${given.address} as text) is not null`)
    .limit(sql.lit(MAX_WAITING_READ))
    .select('lines')

const selectNearby = (db: Query, given: FactsQuery) =>
  selectOrders(db, given)
    .where('buyer_address', '=', given.address)
    .where('buyer_id', '!=', given.accountId)
    .limit(sql.lit(MAX_WAITING_PER_ADDRESS))
    .select('lines')

/** The shop, its record of the buyer, and whether the order exists. */
const selectShop = (db: Query, given: FactsQuery) =>
  db
    .selectFrom('shop')
    .leftJoin('shop_buyer', (join) =>
      join.onRef('shop_buyer.shop_id', '=', 'shop.shop_id').on('account_id', '=', given.accountId),
    )
    .where('shop.shop_id', '=', given.shopId)
    .select(shopColumns.map((column) => `shop.${column}` as const))
    .select((eb) => [
      'shop.blocked_at as shopBlockedAt',
      'shop_buyer.blocked_at as buyerBlockedAt',
      'shop_buyer.orders as buyerOrders',
      eb
        .exists(selectOrders(db, given).where('shop_order.id', '=', given.orderId).select('shop_order.id'))
        .as('isKnown'),
      ownerHasChannel(eb).as('isShopReachable'),
      'shop_buyer.bought as boughtHere',
      eb.selectFrom('account').select('standing').where('account.id', '=', given.accountId).as('standing'),
    ])

const readShop = prepareQuery(selectShop)
const readOffers = prepareQuery(selectOffers)
const readWaiting = prepareQuery(selectWaiting)
const readNearby = prepareQuery(selectNearby)

const readAtOnce = prepareQuery((db, given: FactsQuery) =>
  selectShop(db, given).select([
    jsonArrayFrom(selectOffers(db, given)).as('offers'),
    jsonArrayFrom(selectWaiting(db, given)).as('waiting'),
    jsonArrayFrom(selectNearby(db, given)).as('nearby'),
  ]),
)

/** Reads everything in one statement on PostgreSQL, where round trips cost the most; on SQLite, building JSON would. */
async function readFacts(db: Query, given: FactsQuery) {
  if (isPostgres(db)) {
    const [row] = await readAtOnce(db, given)
    return row && { shop: row, offers: row.offers, history: row }
  }
  const [shop] = await readShop(db, given)
  if (!shop) return undefined
  const offers = await readOffers(db, given)
  if (given.address === null) return { shop, offers }
  return {
    shop,
    offers,
    history: { waiting: await readWaiting(db, given), nearby: await readNearby(db, given) },
  }
}

/** Loads the facts of an order; `undefined` when the shop does not exist. */
export async function loadOrderFacts(
  { clock, payments }: Pick<AppDependencies, 'clock' | 'payments'>,
  query: Query,
  { shopId, orderId, accountId, request, addressHash }: PlaceOrderInput,
): Promise<StoredFacts | undefined> {
  const skuIds = quantitiesBySku(request.lines).map(([skuId]) => skuId)
  const address = addressHash ?? null
  const facts = await readFacts(query, { shopId, orderId, skuIds, accountId, address })
  if (!facts) return undefined
  const { shop: row, offers, history } = facts
  const [shop, now] = [toShop(row), clock()]
  // a shop without slots needs no further statement
  const hasSlots = slotRuleOf(shop.deliverySlots, request.fulfilment.kind) !== undefined
  const slotsTaken = hasSlots ? await readSlotCounts(query, shopId, dayOf(now)) : new Map<string, number>()
  return {
    shop,
    limits: toOrderLimits(row),
    isShopBlocked: row.shopBlockedAt !== null,
    isBuyerBlocked: row.buyerBlockedAt !== null,
    isKnown: Boolean(row.isKnown),
    isShopReachable: Boolean(row.isShopReachable),
    lowStock: lowStockOf(row),
    offers: offers.map(toOffer),
    buyerOrders: row.buyerOrders ?? 0,
    buyer: address === null || !history ? undefined : toHistory(row, history),
    onlineMethods: onlineMethodsOf(payments, readGrants(row)),
    slotsTaken,
    now,
  }
}

type OfferRow = Pick<Selectable<SkuTable>, 'id' | 'product_id' | 'label' | 'price' | 'stock'> &
  Pick<Selectable<ProductTable>, 'version' | 'name' | 'unit' | 'photos'>

function toOffer(row: OfferRow): StoredFacts['offers'][number] {
  const [photo = null] = readJson<Photo[]>(row.photos)
  return omitNulls({
    skuId: row.id,
    productId: row.product_id,
    productVersion: row.version,
    name: row.name,
    label: row.label,
    unit: row.unit,
    price: row.price,
    stock: row.stock,
    photo,
  })
}

type WaitingRows = readonly { lines: string }[]

const toHistory = (
  { boughtHere, standing }: { boughtHere: Flag | null; standing: Standing | null },
  { waiting, nearby }: { waiting: WaitingRows; nearby: WaitingRows },
): BuyerHistory => {
  const linesOf = (rows: WaitingRows) => rows.map(({ lines }) => readJson<SkuQuantity[]>(lines))
  const isTrusted = boughtHere === 1 || standing === standings.trusted
  return { waiting: linesOf(waiting), nearby: linesOf(nearby), isTrusted }
}
