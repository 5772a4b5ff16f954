import type { RouteBody } from '@/contract/routes'
import { editErrors } from '@/domain/group-buy/edit'
import type { GroupBuy, PickupPoint } from '@/domain/group-buy/group-buy'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { fingerprint } from '../../fingerprint'
import { mustFindShop, pointsOf, type ShopRow, toShop } from '../shops/store'
import { addGroupBuyJob } from './due-job'
import { findGroupBuy, type GroupBuyKey, type GroupBuyRow, toGroupBuy } from './store'

type Body = RouteBody<'PUT /api/shops/:shopId/group-buys/:groupBuyId'>
type Input = Omit<Body, 'version'>

/**
 * Creates or changes a group buy. Call it while the shop is locked.
 * @throws ApiError `version-conflict` with it as it is, `bad-input`, or `not-allowed-now` once it has ended.
 */
export async function saveGroupBuy(
  tx: Query,
  key: GroupBuyKey,
  { version, ...input }: Body,
  now: number,
): Promise<GroupBuy> {
  const row = await findGroupBuy(tx, key)
  const editHash = fingerprint({ version, ...input })
  // the reply to the same request was lost
  if (row?.edit_hash === editHash) return toGroupBuy(tx, row)
  if (row && row.version !== version)
    throw new ApiError('version-conflict', { current: await toGroupBuy(tx, row) })
  if (!row && version > 0) throw new ApiError('not-found')
  if (row && row.state !== 'draft' && row.state !== 'open')
    throw new ApiError('not-allowed-now', { current: await toGroupBuy(tx, row) })
  const shop = await mustFindShop(tx, key.shopId)
  await checkInput(tx, shop, row, input, now)
  await savePoints(tx, shop, input.points)
  const columns = columnsOf(input, editHash)
  if (row) await change(tx, key, row, input, columns)
  else await insert(tx, key, columns, now)
  await writeGoods(tx, key, input.goods, row?.state === 'open')
  if (row?.state === 'open' && input.endsAt !== row.ends_at) await addGroupBuyJob(tx, key, input.endsAt)
  const saved = await findGroupBuy(tx, key)
  if (!saved) throw new ApiError('internal')
  return toGroupBuy(tx, saved)
}

async function checkInput(
  tx: Query,
  shop: ShopRow,
  row: GroupBuyRow | undefined,
  input: Input,
  now: number,
): Promise<void> {
  const skus = await tx
    .selectFrom('sku')
    .innerJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'sku.shop_id').onRef('product.id', '=', 'sku.product_id'),
    )
    .select('sku.id')
    .where('sku.shop_id', '=', shop.shop_id)
    .where(
      'sku.id',
      'in',
      input.goods.map(({ skuId }) => skuId),
    )
    .execute()
  const known = row ? await toGroupBuy(tx, row) : undefined
  const fields = editErrors(input, {
    ...(known ? { groupBuy: known } : {}),
    fulfilments: toShop(shop).fulfilments,
    skuIds: new Set([...skus.map(({ id }) => id), ...(known?.goods.map(({ skuId }) => skuId) ?? [])]),
    now,
  })
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
}

const columnsOf = (input: Input, editHash: string) => ({
  edit_hash: editHash,
  words: input.words,
  points: JSON.stringify(input.points),
  fulfilments: JSON.stringify(input.fulfilments),
  ends_at: input.endsAt,
  minimum_kind: input.minimum?.kind ?? null,
  minimum: input.minimum?.value ?? null,
  accepts: input.accepts ? 1 : 0,
})

async function insert(
  tx: Query,
  { shopId, groupBuyId }: GroupBuyKey,
  columns: ReturnType<typeof columnsOf>,
  now: number,
) {
  await tx
    .insertInto('group_buy')
    .values({
      ...{ shop_id: shopId, id: groupBuyId, version: 1, state: 'draft', history: '[]', created_at: now },
      ...{ published_at: null, decide_by: null, closed_at: null, prolonged: 0, last_entry: 0, entries: 0 },
      ...columns,
    })
    .execute()
}

const change = (
  tx: Query,
  { shopId, groupBuyId }: GroupBuyKey,
  row: GroupBuyRow,
  _input: Input,
  columns: ReturnType<typeof columnsOf>,
) =>
  tx
    .updateTable('group_buy')
    .set({ ...columns, version: row.version + 1 })
    .where('shop_id', '=', shopId)
    .where('id', '=', groupBuyId)
    .execute()

/** Writes the goods. Those of an open group buy keep their price; new ones get the price that the shop has now. */
async function writeGoods(
  tx: Query,
  key: GroupBuyKey,
  goods: Input['goods'],
  isOpen: boolean,
): Promise<void> {
  const { shopId, groupBuyId } = key
  const ofGroupBuy = { shop_id: shopId, group_buy_id: groupBuyId }
  if (!isOpen)
    await tx
      .deleteFrom('group_buy_sku')
      .where('shop_id', '=', shopId)
      .where('group_buy_id', '=', groupBuyId)
      .execute()
  for (const [position, { skuId, price, maxPerPerson, max }] of goods.entries()) {
    const limits = { position, max_per_person: maxPerPerson ?? null, max: max ?? null }
    await tx
      .insertInto('group_buy_sku')
      .values({
        ...{ ...ofGroupBuy, sku_id: skuId, ...limits, taken: 0 },
        ...{ price: price ?? null, struck_price: null },
      })
      .onConflict((conflict) => conflict.columns(['shop_id', 'group_buy_id', 'sku_id']).doUpdateSet(limits))
      .execute()
  }
  if (isOpen) await fixPrices(tx, key)
}

/** Gives goods without a price of their own the price that the shop has now, which stays. */
export async function fixPrices(tx: Query, { shopId, groupBuyId }: GroupBuyKey): Promise<void> {
  await tx
    .updateTable('group_buy_sku')
    .set((eb) => ({
      price: eb
        .selectFrom('sku')
        .select('sku.price')
        .whereRef('sku.shop_id', '=', 'group_buy_sku.shop_id')
        .whereRef('sku.id', '=', 'group_buy_sku.sku_id'),
    }))
    .where('shop_id', '=', shopId)
    .where('group_buy_id', '=', groupBuyId)
    .where('price', 'is', null)
    .execute()
}

const MAX_REMEMBERED_POINTS = 40

/** Remembers the points of a group buy; the first point of a shop without a place for pickups becomes that. */
async function savePoints(tx: Query, shop: ShopRow, points: readonly PickupPoint[]): Promise<void> {
  const known = pointsOf(shop)
  const others = known.filter(({ id, name }) => !points.some((one) => one.id === id || one.name === name))
  const changed = known.map(
    (point) => points.find((one) => one.id === point.id || one.name === point.name) ?? point,
  )
  const added = points.filter((one) => !known.some(({ id, name }) => one.id === id || one.name === name))
  const all = [...changed, ...added].slice(0, MAX_REMEMBERED_POINTS)
  if (all.length === 0 || others.length + points.length === 0) return
  await tx
    .updateTable('shop')
    .set({
      pickup_points: JSON.stringify(all),
      ...(shop.pickup_place === null && all[0] ? { pickup_place: all[0].name } : {}),
    })
    .where('shop_id', '=', shop.shop_id)
    .execute()
}

/** Removes a draft. @throws ApiError `not-allowed-now` for a group buy that was published. */
export async function removeDraft(tx: Query, key: GroupBuyKey): Promise<{ removed: boolean }> {
  const row = await findGroupBuy(tx, key)
  if (!row) return { removed: false }
  if (row.state !== 'draft') throw new ApiError('not-allowed-now', { current: await toGroupBuy(tx, row) })
  const { shopId, groupBuyId } = key
  await tx
    .deleteFrom('group_buy_sku')
    .where('shop_id', '=', shopId)
    .where('group_buy_id', '=', groupBuyId)
    .execute()
  await tx.deleteFrom('group_buy').where('shop_id', '=', shopId).where('id', '=', groupBuyId).execute()
  return { removed: true }
}
