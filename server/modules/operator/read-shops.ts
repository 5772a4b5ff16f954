import { sql } from 'kysely'
import type { Page, PageQuery } from '@/contract/shapes'
import type { Query } from '../../db/database'
import type { MediaKind } from '../../db/media-kind'
import { readPage, toPage } from '../../db/pagination'

export interface ListedShop {
  id: string
  slug: string
  name: string
  place: string | null
  phone: string | null
  openedAt: number
  products: number
  /** Total size of the photos and voices that the shop uses. */
  bytes: number
  orders: number
  lastOrderAt: number | null
  /** When one of its owners was last here, with the precision of a day. */
  lastSeenAt: number | null
  blockedAt: number | null
  /** When its owner closed it for good. */
  closedAt: number | null
}

interface ShopQuery extends PageQuery {
  /** A part of the name, place, slug or phone. */
  search?: string | undefined
  /** The keyed hash of the network from which they were opened. */
  near?: string | undefined
  shopId?: string | undefined
  /** Only these. */
  ids?: readonly string[]
}

/** Escapes text for a `like` pattern whose escape character is `\`. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A phone number as people write it: with spaces, dashes and the number of the country. */
const PHONE = /^(?:(?:\+|00) ?86)?[\d\s-]+$/

/** The digits of a typed phone number without those of the country; `undefined` for another text. */
function phoneDigits(search: string): string | undefined {
  if (!PHONE.test(search)) return undefined
  const digits = search.replace(/^(\+|00) ?86|[\s-]/g, '')
  return digits === '' ? undefined : digits
}

function findShops(db: Query, { search, near, shopId, ids, ...page }: ShopQuery) {
  const text = search?.trim().toLowerCase() ?? ''
  const like = `%${escapeLike(text)}%`
  const phone = `%${phoneDigits(text) ?? escapeLike(text)}%`
  const shops = db
    .selectFrom('shop')
    .select(['shop_id', 'slug', 'name', 'place', 'phone', 'opened_at', 'blocked_at', 'closed_at'])
    .where(
      sql<boolean>`(lower(name) like ${like} escape '\\' or lower(coalesce(place, '')) like ${like} escape '\\' or slug like ${like} escape '\\'
        or replace(replace(coalesce(phone, ''), '-', ''), ' ', '') like ${phone} escape '\\')`,
    )
    .$if(near !== undefined, (query) => query.where('opened_near', '=', near ?? ''))
    .$if(ids !== undefined, (query) => query.where('shop_id', 'in', ids ?? []))
    .$if(shopId !== undefined, (query) => query.where('shop_id', '=', shopId ?? ''))
  return readPage(shops, page, ['opened_at', 'shop_id'])
}

async function bytesByShop(db: Query, shops: readonly string[], medium: MediaKind) {
  const id = sql.ref(`${medium}_id`)
  const { rows } = await sql<{ shop_id: string; bytes: number | string | null }>`
    select used.shop_id, sum(stored.bytes) as bytes
    from (select distinct shop_id, ${id} as id from ${sql.table(`${medium}_use`)}
      where shop_id in (${sql.join(shops)})) as used
    join ${sql.table(medium)} as stored on stored.id = used.id
    group by used.shop_id`.execute(db)
  return new Map(rows.map(({ shop_id, bytes }) => [shop_id, Number(bytes ?? 0)]))
}

async function productsByShop(db: Query, shops: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('product')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count')])
    .where('shop_id', 'in', shops)
    .groupBy('shop_id')
    .execute()
  return new Map(rows.map(({ shop_id, count }) => [shop_id, Number(count)]))
}

async function ordersByShop(db: Query, shops: readonly string[]) {
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count'), eb.fn.max('created_at').as('last')])
    .where('shop_id', 'in', shops)
    .groupBy('shop_id')
    .execute()
  return new Map(
    rows.map(({ shop_id, count, last }) => [shop_id, { count: Number(count), last: Number(last) }]),
  )
}

async function lastSeenByShop(db: Query, shops: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('shop_owner')
    .innerJoin('identity', 'identity.account_id', 'shop_owner.account_id')
    .select((eb) => ['shop_owner.shop_id', eb.fn.max('identity.used_at').as('last')])
    .where('shop_owner.shop_id', 'in', shops)
    .groupBy('shop_owner.shop_id')
    .execute()
  return new Map(rows.map(({ shop_id, last }) => [shop_id, Number(last)]))
}

/** A page of the shops that match, the newest first; all shops without a condition. */
export async function readShops(db: Query, query: ShopQuery = {}): Promise<Page<ListedShop>> {
  const shops = await findShops(db, query)
  const ids = shops.map(({ shop_id }) => shop_id)
  if (ids.length === 0) return { items: [] }
  const [photos, voices] = [await bytesByShop(db, ids, 'photo'), await bytesByShop(db, ids, 'voice')]
  const [products, orders] = [await productsByShop(db, ids), await ordersByShop(db, ids)]
  const seen = await lastSeenByShop(db, ids)
  return toPage(
    shops,
    query.limit,
    ({ opened_at: at, shop_id: id }) => ({ at, id }),
    ({ shop_id: id, slug, name, place, phone, opened_at, blocked_at, closed_at }) => ({
      ...{ id, slug, name, place, phone },
      openedAt: opened_at,
      products: products.get(id) ?? 0,
      bytes: (photos.get(id) ?? 0) + (voices.get(id) ?? 0),
      orders: orders.get(id)?.count ?? 0,
      lastOrderAt: orders.get(id)?.last ?? null,
      lastSeenAt: seen.get(id) ?? null,
      blockedAt: blocked_at,
      closedAt: closed_at,
    }),
  )
}

const MAX_LARGEST = 50

/** The shops whose photos and voices are the largest, in this order. */
export async function readLargestShops(db: Query): Promise<ListedShop[]> {
  const { rows } = await sql<{ shop_id: string }>`
    select used.shop_id, sum(used.bytes) as bytes
    from (select distinct photo_use.shop_id, photo.id, photo.bytes from photo_use join photo on photo.id = photo_use.photo_id
      union all select voice_use.shop_id, voice.id, voice.bytes from voice_use join voice on voice.id = voice_use.voice_id) as used
    join shop on shop.shop_id = used.shop_id
    group by used.shop_id order by 2 desc, 1 limit ${MAX_LARGEST}`.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ shop_id }) => shop_id)
  const { items } = await readShops(db, { ids, limit: MAX_LARGEST })
  return items.sort((one, other) => other.bytes - one.bytes)
}

/** All shops that match, the oldest first. */
export async function readAllShops(db: Query, search: string | undefined): Promise<ListedShop[]> {
  const shops: ListedShop[] = []
  let cursor: string | undefined
  do {
    const page = await readShops(db, { search, limit: 500, ...(cursor ? { cursor } : {}) })
    shops.push(...page.items)
    cursor = page.next
  } while (cursor)
  return shops.reverse()
}

export async function countOwners(db: Query, shopId: string): Promise<number> {
  const rows = await db.selectFrom('shop_owner').select('account_id').where('shop_id', '=', shopId).execute()
  return rows.length
}

const MAX_ACTIONS = 50

/** What operators have done with a shop, the newest first. */
export const readActions = (db: Query, shopId: string) =>
  db
    .selectFrom('operator_log')
    .select(['at', 'action', 'reason', 'owner_reason'])
    .where('shop_id', '=', shopId)
    .orderBy('at', 'desc')
    .limit(MAX_ACTIONS)
    .execute()
