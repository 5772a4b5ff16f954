import type { Query } from '../db/database'
import { lockRights } from '../lock-rights'
import { findShop, type ShopRow, shopIdOfSlug } from '../modules/shops/store'
import { SetupError } from '../setup-error'

/** Locks the shop of a slug until the transaction ends, and returns it. @throws SetupError when there is none. */
export async function lockShopBySlug(tx: Query, slug: string): Promise<ShopRow> {
  const { shop_id } = await requireShopBySlug(tx, slug)
  await lockRights(tx, { shopId: shop_id })
  return requireShopBySlug(tx, slug)
}

/** Returns the shop of a slug. @throws SetupError when there is none. */
export async function requireShopBySlug(db: Query, slug: string): Promise<ShopRow> {
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row) throw new SetupError(`There is no shop at /s/${slug}. "npm run shop:list" shows them all.`)
  return row
}
