import type { PageQuery } from '@/contract/shapes'
import type { OrderLine } from '@/domain/order/order'
import type { Photo } from '@/domain/photo'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { readPage, toPage } from '../../db/pagination'
import { toSlot } from '../orders/order-row'

export async function shopsOf(db: Query, accountId: string, page: PageQuery) {
  const select = db
    .selectFrom('shop_owner')
    .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
    .select(['shop.shop_id', 'slug', 'name', 'trade', 'opened_at', 'since'])
    .where('account_id', '=', accountId)
  const rows = await readPage(select, page, ['since', 'shop_owner.shop_id'])
  const ids = rows.map((row) => row.shop_id)
  const [waiting, photos] = ids.length > 0 ? [await waitingIn(db, ids), await photosOf(db, ids)] : [[], []]
  return toPage(
    rows,
    page.limit,
    (row) => ({ at: row.since, id: row.shop_id }),
    (row) => {
      const photo = photos.find((one) => one.shopId === row.shop_id)?.photo
      return {
        id: row.shop_id,
        slug: row.slug,
        name: row.name,
        trade: row.trade,
        waiting: waiting.find((one) => one.shopId === row.shop_id)?.count ?? 0,
        openedAt: row.opened_at,
        ...(photo ? { photo } : {}),
      }
    },
  )
}

async function waitingIn(db: Query, shopIds: string[]) {
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count')])
    .where('shop_id', 'in', shopIds)
    .where('state', '=', 'placed')
    .where('payment_state', '!=', 'pending')
    .where('gathering', '=', 0)
    .groupBy('shop_id')
    .execute()
  return rows.map((row) => ({ shopId: row.shop_id, count: Number(row.count) }))
}

/** The first photo of the first product that has one, for each shop. */
async function photosOf(
  db: Query,
  shopIds: string[],
): Promise<{ shopId: string; photo: Photo | undefined }[]> {
  const rows = await db
    .selectFrom('shop')
    .select((shop) => [
      'shop_id',
      shop
        .selectFrom('product')
        .select('photos')
        .whereRef('product.shop_id', '=', 'shop.shop_id')
        .where('on_sale', '=', 1)
        .where('photos', '!=', '[]')
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .as('photos'),
    ])
    .where('shop_id', 'in', shopIds)
    .execute()
  return rows.map(({ shop_id, photos }) => ({
    shopId: shop_id,
    photo: photos === null ? undefined : readJson<Photo[]>(photos)[0],
  }))
}

const selectOrders = (db: Query, accountId: string) =>
  db
    .selectFrom('account_order as mine')
    .innerJoin('shop_order as order', (join) =>
      join.onRef('order.shop_id', '=', 'mine.shop_id').onRef('order.id', '=', 'mine.order_id'),
    )
    .innerJoin('shop', 'shop.shop_id', 'mine.shop_id')
    .select([
      'order.id',
      'order.shop_id as shopId',
      'name as shopName',
      'slug',
      'trade',
      'number',
      'state',
      'payment_state as payment',
      'after_sale as afterSale',
      'total',
      'lines',
      'fulfilment',
      'slot_day',
      'slot_part',
      'gathering',
      'mine.created_at as createdAt',
    ])
    .where('mine.account_id', '=', accountId)

type OrderRow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number]

/** Replaces the lines of an order by their number and by the name and photo of the first. */
function toSummary({ lines: json, slot_day, slot_part, gathering, ...facts }: OrderRow) {
  const lines = readJson<OrderLine[]>(json)
  const photo = lines[0]?.photo
  const slot = toSlot({ slot_day, slot_part })
  return {
    ...facts,
    first: lines[0]?.name ?? '',
    lines: lines.length,
    ...(photo ? { photo } : {}),
    ...(slot ? { slot } : {}),
    ...(gathering === 1 ? { gathering: true } : {}),
  }
}

export async function ordersOf(db: Query, accountId: string, page: PageQuery) {
  const rows = await readPage(selectOrders(db, accountId), page, ['mine.created_at', 'mine.order_id'])
  return toPage(rows, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }), toSummary)
}
