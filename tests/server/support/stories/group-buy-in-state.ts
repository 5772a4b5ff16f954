import { sql } from 'kysely'
import type { GroupBuyState } from '@/domain/group-buy/group-buy'
import type { Order, OrderLine } from '@/domain/order/order'
import { type ApiClient, answered, signIn } from '../api-client'
import { newId, type TestEnvironment } from '../test-environment'
import { groupBuyDraft, joinAs, type OpenedGroupBuy, stepGroupBuy } from '../test-group-buy'
import { openShop } from '../test-shop'

export const STOCK = 20

/** A group buy in some state, with an entry of a buyer and one that its owner has pasted. A draft has none. */
export interface GroupBuyInState extends OpenedGroupBuy {
  buyer: ApiClient
  entryId: string
  pastedId: string
  version: number
}

/** The steps from an open group buy to each state, once its entries are in. */
const stepsTo: Record<GroupBuyState, readonly string[]> = {
  draft: [],
  open: [],
  short: ['close'],
  closed: ['close', 'accept'],
  cancelled: ['call-off'],
}

/** Opens a shop with a group buy below its minimum, and brings that into a state. */
export async function groupBuyInState(env: TestEnvironment, state: GroupBuyState): Promise<GroupBuyInState> {
  const shop = await openShop(env, {
    stock: STOCK,
    request: { fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'] },
  })
  const [groupBuyId, pastedId] = [newId(), newId()]
  const route = `/api/shops/${shop.shopId}/group-buys/${groupBuyId}`
  const draft = groupBuyDraft(shop, env, { minimum: { kind: 'units', value: 15 } })
  await answered(shop.owner.call(`PUT ${route}`, { version: 0, ...draft }))
  const groupBuy = { shop, groupBuyId, route, pointId: draft.points[0]?.id ?? '' }
  const buyer = await signIn(env.app)
  if (state === 'draft') return { ...groupBuy, buyer, entryId: newId(), pastedId, version: 1 }
  await answered(stepGroupBuy(groupBuy, 'publish'))
  const { id: entryId } = await answered<Order>(joinAs(groupBuy, buyer, 2))
  const pasted = { orderId: pastedId, name: '邻居一', lines: [{ skuId: shop.skuId, quantity: 3 }] }
  await answered(shop.owner.call(`POST ${route}/pasted`, { entries: [pasted] }))
  for (const action of stepsTo[state]) await answered(stepGroupBuy(groupBuy, action))
  await env.app.worker.runDue()
  return { ...groupBuy, buyer, entryId, pastedId, version: (await storedRow(env, groupBuy))?.version ?? 0 }
}

/** The state and version of a group buy as they are stored. */
export const storedRow = (env: TestEnvironment, { shop, groupBuyId }: OpenedGroupBuy) =>
  env.deps.db.query
    .selectFrom('group_buy')
    .select(['state', 'version'])
    .where('shop_id', '=', shop.shopId)
    .where('id', '=', groupBuyId)
    .executeTakeFirst()

/** What the rows of a group buy count, and what its orders and the stock say: both are the same unless something is lost. */
export async function countsOf(env: TestEnvironment, { shop, groupBuyId }: OpenedGroupBuy) {
  const { query } = env.deps.db
  const orders = await query
    .selectFrom('shop_order')
    .select(['state', 'lines'])
    .where('shop_id', '=', shop.shopId)
    .where('group_buy_id', '=', groupBuyId)
    .where('state', '!=', sql.lit('cancelled' as const))
    .execute()
  const units = orders
    .flatMap(({ lines }) => JSON.parse(lines) as OrderLine[])
    .reduce((sum, { quantity }) => sum + quantity, 0)
  const row = await query
    .selectFrom('group_buy')
    .innerJoin('group_buy_sku', 'group_buy_sku.group_buy_id', 'group_buy.id')
    .innerJoin('sku', 'sku.id', 'group_buy_sku.sku_id')
    .select(['entries', 'taken', 'stock'])
    .where('group_buy.id', '=', groupBuyId)
    .where('sku.shop_id', '=', shop.shopId)
    .executeTakeFirst()
  const counted = { entries: row?.entries ?? 0, taken: row?.taken ?? 0, stock: row?.stock ?? STOCK }
  return { counted, actual: { entries: orders.length, taken: units, stock: STOCK - units } }
}

/** All rows that a request about a group buy can change, as one list. */
export async function readRows(
  env: TestEnvironment,
  { shop: { shopId } }: OpenedGroupBuy,
): Promise<object[]> {
  const { query } = env.deps.db
  const rows = await Promise.all(
    (['group_buy', 'group_buy_sku', 'shop_order', 'sku'] as const).map((table) =>
      query
        .selectFrom(table)
        .selectAll()
        .where('shop_id', '=', shopId)
        .orderBy(sql.ref(table === 'group_buy_sku' ? 'sku_id' : 'id'))
        .execute(),
    ),
  )
  return rows.flat()
}
