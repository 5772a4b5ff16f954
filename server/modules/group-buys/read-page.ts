import type { RouteReply } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { onlineOffersOf, readGrants } from '../grants/grants'
import { findShop, isHidden, shopIdOfSlug, toLook, toShop } from '../shops/store'
import { readPublicEntries } from './entries'
import { readPublished } from './store'

const FIRST_ENTRIES = 20

/** All that the first screen of a group buy needs. @throws ApiError `not-found` for a draft, or one of a shop that buyers do not find */
export async function readGroupBuyPage(
  deps: Pick<AppDependencies, 'db' | 'payments' | 'wechat'>,
  slug: string,
  groupBuyId: string,
): Promise<RouteReply<'GET /api/storefronts/:slug/group-buys/:groupBuyId'>> {
  const db = deps.db.query
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row || isHidden(row)) throw new ApiError('not-found')
  const key = { shopId: row.shop_id, groupBuyId }
  const groupBuy = await readPublished(db, key)
  const shop = toShop(row)
  const offers = onlineOffersOf(deps, readGrants(row), shop.payments)
  return {
    ...{ shop, theme: toLook(row).theme, groupBuy },
    entries: await readPublicEntries(db, key, { limit: FIRST_ENTRIES }),
    ...(offers.length > 0 ? { onlinePayments: offers } : {}),
  }
}
