import type { Insertable, Selectable } from 'kysely'
import { SlugShape } from '@/contract/shapes'
import type { PickupPoint } from '@/domain/group-buy/group-buy'
import type { Look } from '@/domain/look/look'
import type { DeliverySlots } from '@/domain/order/delivery-slot'
import type { ShopFreight } from '@/domain/order/freight'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { DEFAULT_ORDER_LIMITS, type OrderLimits } from '@/domain/order/order-limits'
import type { PaymentMethod } from '@/domain/payment/payment'
import type { Photo, ShopPhotoName } from '@/domain/photo'
import { LOW_STOCK } from '@/domain/product/sku'
import type { ManagedShop, Shop, ShopSettings } from '@/domain/shop/shop'
import { upgradeLook } from '@/templates/upgrade-look'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { omitNulls, readJson } from '../../db/json'
import { prepareQuery } from '../../db/prepare-query'
import type { ShopTable } from '../../db/tables'

export type ShopRow = Selectable<ShopTable>

/** All columns of a shop but the look, which is by far the longest. */
export const shopColumns = [
  'shop_id',
  'slug',
  'version',
  'trade',
  'name',
  'place',
  'phone',
  'notice',
  'pickup_place',
  'wechat_id',
  'delivery_area',
  'fulfilments',
  'payments',
  'freight_fee',
  'freight_free_over',
  'courier_fee',
  'courier_free_over',
  'closed_until',
  'closed_note',
  'opened_at',
  'order_limits',
  'payment_grants',
  'practice_until',
  'waiting_since',
  'delivery_slots',
  'closed_at',
  'low_stock',
  'categories',
  'logo',
  'banner',
  'pickup_points',
] as const satisfies (keyof ShopTable)[]

export function findShop(db: Query, shopId: string): Promise<ShopRow | undefined> {
  return db.selectFrom('shop').selectAll().where('shop_id', '=', shopId).executeTakeFirst()
}

export async function mustFindShop(db: Query, shopId: string): Promise<ShopRow> {
  const row = await findShop(db, shopId)
  if (!row) throw new ApiError('not-found')
  return row
}

/** True for a shop that buyers do not find: an operator blocked it, or its owner closed it for good. */
export const isHidden = ({ blocked_at, closed_at }: Pick<ShopRow, 'blocked_at' | 'closed_at'>): boolean =>
  blocked_at !== null || closed_at !== null

/** True when buyers find the shop of this id. Does not read the rest of it, as many requests ask. */
export async function isVisible(db: Query, shopId: string): Promise<boolean> {
  const [row] = await visibilityOf(db, { shopId })
  return row !== undefined && !isHidden(row)
}

/** The id of a shop that buyers find by its slug. @throws ApiError `not-found` */
export async function mustFindVisible(db: Query, slug: string): Promise<string> {
  const shopId = await shopIdOfSlug(db, slug)
  if (shopId === undefined || !(await isVisible(db, shopId))) throw new ApiError('not-found')
  return shopId
}

const visibilityOf = prepareQuery((db, given: { shopId: string }) =>
  db.selectFrom('shop').select(['blocked_at', 'closed_at']).where('shop_id', '=', given.shopId),
)

const isSlug = new RegExp(SlugShape.pattern ?? '')

/** The id of the shop of a slug. Text that is no slug is not looked up. */
export async function shopIdOfSlug(db: Query, slug: string): Promise<string | undefined> {
  if (!isSlug.test(slug)) return undefined
  const row = await db
    .selectFrom('shop_directory')
    .select('shop_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.shop_id
}

type FreightColumns = Pick<ShopRow, 'freight_fee' | 'freight_free_over' | 'courier_fee' | 'courier_free_over'>

const freightOfRow = (row: FreightColumns): ShopFreight =>
  omitNulls({
    fee: row.freight_fee,
    freeOver: row.freight_free_over,
    courier:
      row.courier_fee === null ? null : omitNulls({ fee: row.courier_fee, freeOver: row.courier_free_over }),
  })

export function toShop(row: Pick<ShopRow, (typeof shopColumns)[number]>): Shop {
  return omitNulls({
    id: row.shop_id,
    slug: row.slug,
    version: row.version,
    trade: row.trade,
    name: row.name,
    place: row.place,
    phone: row.phone,
    notice: row.notice,
    pickupPlace: row.pickup_place,
    wechatId: row.wechat_id,
    deliveryArea: row.delivery_area,
    fulfilments: readJson<Fulfilment[]>(row.fulfilments),
    payments: readJson<PaymentMethod[]>(row.payments),
    freight: freightOfRow(row),
    closedUntil: row.closed_until,
    deliverySlots: toDeliverySlots(row) ?? null,
    closedNote: row.closed_note,
    openedAt: row.opened_at,
    practiceUntil: row.practice_until,
    isWaiting: row.waiting_since === null ? null : true,
    closedAt: row.closed_at,
    categories: row.categories === null ? null : readJson<string[]>(row.categories),
    logo: row.logo === null ? null : readJson<Photo>(row.logo),
    banner: row.banner === null ? null : readJson<Photo>(row.banner),
  })
}

/** The slots of a shop; undefined when there are none to choose. */
const toDeliverySlots = ({ delivery_slots }: Pick<ShopRow, 'delivery_slots'>): DeliverySlots | undefined =>
  delivery_slots === null ? undefined : readJson<DeliverySlots>(delivery_slots)

/** The pickup points that a shop remembers, the one of its settings first. */
export function pointsOf({
  pickup_points,
  pickup_place,
}: Pick<ShopRow, 'pickup_points' | 'pickup_place'>): PickupPoint[] {
  const points = pickup_points === null ? [] : readJson<PickupPoint[]>(pickup_points)
  const [first, ...others] = points
  if (!first || pickup_place === null || points.some(({ name }) => name === pickup_place)) return points
  return [{ ...first, name: pickup_place }, ...others]
}

/** A shop with the fields that only its owners see. */
export const toManagedShop = (row: Pick<ShopRow, (typeof shopColumns)[number]>): ManagedShop => ({
  ...toShop(row),
  ...(row.order_limits === null ? {} : { orderLimits: readJson<OrderLimits>(row.order_limits) }),
  ...(row.low_stock === null ? {} : { lowStock: row.low_stock }),
  ...(row.pickup_points === null ? {} : { pickupPoints: pointsOf(row) }),
})

export const toOrderLimits = ({ order_limits }: Pick<ShopRow, 'order_limits'>): OrderLimits =>
  order_limits === null ? DEFAULT_ORDER_LIMITS : readJson<OrderLimits>(order_limits)

/** The stock from which down the shop's owners are warned. */
export const lowStockOf = ({ low_stock }: Pick<ShopRow, 'low_stock'>): number => low_stock ?? LOW_STOCK

/** A shop's published look. Its version is independent of that of the settings. */
export const toLook = (row: Pick<ShopRow, 'look' | 'look_version'>): Look => ({
  ...upgradeLook(readJson<Look>(row.look)),
  version: row.look_version,
})

/** The photos that a request sets. `null` removes a photo; a photo that the request leaves out is kept. */
export type ShopPhotos = { [Name in ShopPhotoName]?: Photo | null }

/** Columns of the settings that an owner edits. What older clients leave out keeps its value; an empty text removes it. */
export function settingsColumns(
  settings: ShopSettings &
    Pick<ManagedShop, 'orderLimits' | 'deliverySlots' | 'lowStock' | 'categories'> &
    ShopPhotos,
) {
  return {
    name: settings.name,
    place: settings.place ?? null,
    phone: settings.phone ?? null,
    notice: settings.notice ?? null,
    pickup_place: settings.pickupPlace ?? null,
    fulfilments: JSON.stringify(settings.fulfilments),
    payments: JSON.stringify(settings.payments),
    freight_fee: settings.freight.fee,
    freight_free_over: settings.freight.freeOver ?? null,
    courier_fee: settings.freight.courier?.fee ?? null,
    courier_free_over: settings.freight.courier?.freeOver ?? null,
    closed_until: settings.closedUntil ?? null,
    ...(settings.wechatId === undefined ? {} : { wechat_id: settings.wechatId || null }),
    ...(settings.deliveryArea === undefined ? {} : { delivery_area: settings.deliveryArea || null }),
    closed_note: settings.closedNote || null,
    ...(settings.orderLimits === undefined ? {} : { order_limits: JSON.stringify(settings.orderLimits) }),
    ...(settings.deliverySlots === undefined ? {} : { delivery_slots: slotsColumn(settings.deliverySlots) }),
    ...(settings.lowStock === undefined ? {} : { low_stock: settings.lowStock }),
    ...(settings.categories === undefined ? {} : { categories: JSON.stringify(settings.categories) }),
    ...(settings.logo === undefined ? {} : { logo: photoColumn(settings.logo) }),
    ...(settings.banner === undefined ? {} : { banner: photoColumn(settings.banner) }),
  }
}

const photoColumn = (photo: Photo | null): string | null => (photo ? JSON.stringify(photo) : null)

/** No slots are stored as `null`, so that a shop that has given them up is like one that never had any. */
const slotsColumn = (slots: DeliverySlots): string | null =>
  Object.keys(slots).length > 0 ? JSON.stringify(slots) : null

export async function insertShop(db: Query, row: Insertable<ShopTable>): Promise<void> {
  await db.insertInto('shop').values(row).execute()
  await db.insertInto('shop_directory').values({ slug: row.slug, shop_id: row.shop_id }).execute()
}
