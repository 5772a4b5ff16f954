import { type Selectable, sql } from 'kysely'
import type { GroupBuy, GroupBuyGoods, PickupPoint, Steppable } from '@/domain/group-buy/group-buy'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { Actor } from '@/domain/order/transitions'
import { receivedStates } from '@/domain/payment/payment'
import type { Photo } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { GroupBuyTable } from '../../db/group-buy-tables'
import { omitNulls, readJson } from '../../db/json'
import { prepareQuery } from '../../db/prepare-query'

export type GroupBuyRow = Selectable<GroupBuyTable>

/** The shop and the id of a group buy. */
export interface GroupBuyKey {
  shopId: string
  groupBuyId: string
}

/** A step as it is stored: `id` is that of its request; the system has none. */
export interface StoredStep {
  id?: string
  action: string
  by: Actor
  at: number
}

const rowById = prepareQuery((db, given: { shopId: string; groupBuyId: string }) =>
  db
    .selectFrom('group_buy')
    .selectAll()
    .where('shop_id', '=', given.shopId)
    .where('id', '=', given.groupBuyId),
)

export async function findGroupBuy(
  db: Query,
  { shopId, groupBuyId }: GroupBuyKey,
): Promise<GroupBuyRow | undefined> {
  const [row] = await rowById(db, { shopId, groupBuyId })
  return row
}

/** @throws ApiError `not-found` */
export async function mustFindGroupBuy(db: Query, key: GroupBuyKey): Promise<GroupBuyRow> {
  const row = await findGroupBuy(db, key)
  if (!row) throw new ApiError('not-found')
  return row
}

const goodsById = prepareQuery((db, given: { shopId: string; groupBuyId: string }) =>
  db
    .selectFrom('group_buy_sku')
    .innerJoin('sku', (join) =>
      join.onRef('sku.shop_id', '=', 'group_buy_sku.shop_id').onRef('sku.id', '=', 'group_buy_sku.sku_id'),
    )
    .innerJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'sku.shop_id').onRef('product.id', '=', 'sku.product_id'),
    )
    .select(['sku_id', 'group_buy_sku.price', 'struck_price', 'max_per_person', 'max', 'taken'])
    .select(['product_id', 'product.name', 'sku.label', 'product.unit', 'photos', 'stock', 'on_sale'])
    .select('sku.price as shop_price')
    .where('group_buy_sku.shop_id', '=', given.shopId)
    .where('group_buy_id', '=', given.groupBuyId)
    .orderBy('group_buy_sku.position'),
)

type GoodsRow = Awaited<ReturnType<typeof goodsById>>[number]

/** What can still be taken: nothing of goods that are no longer on sale. */
const leftOf = ({ stock, max, taken, on_sale }: GoodsRow): number =>
  on_sale === 1 ? Math.max(0, max === null ? stock : Math.min(stock, max - taken)) : 0

function toGoods(row: GoodsRow): GroupBuyGoods {
  const [photo = null] = readJson<Photo[]>(row.photos)
  return omitNulls({
    skuId: row.sku_id,
    productId: row.product_id,
    name: row.name,
    label: row.label,
    unit: row.unit,
    photo,
    shopPrice: row.shop_price,
    price: row.price,
    struckPrice: row.struck_price,
    maxPerPerson: row.max_per_person,
    max: row.max,
    left: leftOf(row),
  })
}

/** The group buy of a row, with its goods and counts. */
export async function toGroupBuy(db: Query, row: GroupBuyRow): Promise<GroupBuy> {
  const goods = await goodsById(db, { shopId: row.shop_id, groupBuyId: row.id })
  const sum = (value: (one: GoodsRow) => number) => goods.reduce((total, one) => total + value(one), 0)
  return omitNulls({
    id: row.id,
    version: row.version,
    state: row.state,
    words: row.words,
    goods: goods.map(toGoods),
    points: readJson<PickupPoint[]>(row.points),
    fulfilments: readJson<Fulfilment[]>(row.fulfilments),
    endsAt: row.ends_at,
    minimum: row.minimum_kind && row.minimum ? { kind: row.minimum_kind, value: row.minimum } : null,
    accepts: row.accepts === 1,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
    decideBy: row.state === 'short' ? row.decide_by : null,
    prolonged: row.prolonged === 1 || null,
    counts: {
      entries: row.entries,
      units: sum(({ taken }) => taken),
      amount: sum(({ taken, price, shop_price }) => taken * (price ?? shop_price)),
    },
  })
}

/** A group buy as everybody may read it; a draft is read by its owner only. @throws ApiError `not-found` */
export async function readPublished(db: Query, key: GroupBuyKey): Promise<GroupBuy> {
  const row = await mustFindGroupBuy(db, key)
  if (row.state === 'draft') throw new ApiError('not-found')
  return toGroupBuy(db, row)
}

/** The open group buys of a shop, newest first. */
export async function readOpen(db: Query, shopId: string, { limit }: { limit: number }): Promise<GroupBuy[]> {
  const rows = await db
    .selectFrom('group_buy')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('state', '=', 'open')
    .orderBy('published_at', 'desc')
    .limit(limit)
    .execute()
  return Promise.all(rows.map((row) => toGroupBuy(db, row)))
}

/** The literal condition of the index of entries, with those of one group buy. */
export const isEntryOf = ({ shopId, groupBuyId }: GroupBuyKey) =>
  sql<boolean>`shop_id = ${shopId} and group_buy_id = ${groupBuyId} and group_buy_id is not null`

/** What the next step of a group buy depends on. */
export async function toSteppable(db: Query, row: GroupBuyRow, groupBuy: GroupBuy): Promise<Steppable> {
  const paid = await db
    .selectFrom('shop_order')
    .select('id')
    .where(isEntryOf({ shopId: row.shop_id, groupBuyId: row.id }))
    .where('gathering', '=', 1)
    .where('payment_state', 'in', [...receivedStates])
    .limit(1)
    .executeTakeFirst()
  return { ...groupBuy, isPaid: paid !== undefined }
}
