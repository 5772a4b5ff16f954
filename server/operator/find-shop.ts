import type { Query } from '../db/database'
import { findShop, type ShopRow, shopIdOfSlug } from '../modules/shops/store'
import { SetupError } from '../setup-error'

/** Returns the shop of a slug. @throws SetupError when there is none. */
export async function requireShopBySlug(db: Query, slug: string): Promise<ShopRow> {
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row) throw new SetupError(`There is no shop at /s/${slug}. "npm run shop:list" shows them all.`)
  return row
}
