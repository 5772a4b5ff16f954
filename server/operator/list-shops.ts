import { sql } from 'kysely'
import type { Query } from '../db/database'
import type { MediaKind } from '../db/media-kind'

export interface ListedShop {
  slug: string
  name: string
  phone: string | null
  openedAt: number
  products: number
  /** Total size of the photos and voices that the shop uses. */
  bytes: number
  orders: number
  lastOrderAt: number | null
  blockedAt: number | null
  /** When its owner closed it for good. */
  closedAt: number | null
}

/** Escapes text for a `like` pattern whose escape character is `\`. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

function findShops(db: Query, search: string | undefined) {
  const like = `%${escapeLike(search?.trim().toLowerCase() ?? '')}%`
  return db
    .selectFrom('shop')
    .select(['shop_id', 'slug', 'name', 'phone', 'opened_at', 'blocked_at', 'closed_at'])
    .where(
      sql<boolean>`(lower(name) like ${like} escape '\\' or slug like ${like} escape '\\'
        or coalesce(phone, '') like ${like} escape '\\')`,
    )
    .orderBy('opened_at')
    .orderBy('shop_id')
    .execute()
}

async function bytesByShop(db: Query, medium: MediaKind): Promise<Map<string, number>> {
  const id = sql.ref(`${medium}_id`)
  const { rows } = await sql<{ shop_id: string; bytes: number | string | null }>`
    select used.shop_id, sum(stored.bytes) as bytes
    from (select distinct shop_id, ${id} as id from ${sql.table(`${medium}_use`)}) as used
    join ${sql.table(medium)} as stored on stored.id = used.id
    group by used.shop_id`.execute(db)
  return new Map(rows.map(({ shop_id, bytes }) => [shop_id, Number(bytes ?? 0)]))
}

async function productsByShop(db: Query): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('product')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count')])
    .groupBy('shop_id')
    .execute()
  return new Map(rows.map(({ shop_id, count }) => [shop_id, Number(count)]))
}

async function ordersByShop(db: Query): Promise<Map<string, { count: number; last: number }>> {
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count'), eb.fn.max('created_at').as('last')])
    .groupBy('shop_id')
    .execute()
  return new Map(
    rows.map(({ shop_id, count, last }) => [shop_id, { count: Number(count), last: Number(last) }]),
  )
}

/** Lists the shops whose name, slug or phone contains `search`, or all shops; oldest first. */
export async function listShops(db: Query, search?: string): Promise<ListedShop[]> {
  const shops = await findShops(db, search)
  const [photos, voices] = [await bytesByShop(db, 'photo'), await bytesByShop(db, 'voice')]
  const [products, orders] = [await productsByShop(db), await ordersByShop(db)]
  return shops.map(({ shop_id, slug, name, phone, opened_at, blocked_at, closed_at }) => ({
    slug,
    name,
    phone,
    openedAt: opened_at,
    products: products.get(shop_id) ?? 0,
    bytes: (photos.get(shop_id) ?? 0) + (voices.get(shop_id) ?? 0),
    orders: orders.get(shop_id)?.count ?? 0,
    lastOrderAt: orders.get(shop_id)?.last ?? null,
    blockedAt: blocked_at,
    closedAt: closed_at,
  }))
}

const formatDay = (moment: number | null): string =>
  moment === null ? '-' : new Date(moment).toISOString().slice(0, 10)

/** Formats shops as a text table. The name comes last, as its characters may have any width. */
export function formatShopTable(shops: readonly ListedShop[]): string {
  const head = ['slug', 'opened', 'products', 'size MB', 'orders', 'last order', 'blocked', 'closed', 'name']
  const rows = shops.map((shop) => [
    shop.slug,
    formatDay(shop.openedAt),
    String(shop.products),
    (shop.bytes / (1024 * 1024)).toFixed(1),
    String(shop.orders),
    formatDay(shop.lastOrderAt),
    formatDay(shop.blockedAt),
    formatDay(shop.closedAt),
    shop.name,
  ])
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)))
  const lineOf = (row: string[]) =>
    row.map((text, at) => (at === row.length - 1 ? text : text.padEnd(widths[at] ?? 0))).join('  ')
  return all.map(lineOf).join('\n')
}
