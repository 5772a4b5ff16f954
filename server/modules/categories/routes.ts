import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { withShopLock } from '../shops/shop-lock'
import { placeCategory, readCategories, renameCategory } from './store'

export const categoryHandlers = ({ db }: AppDependencies) =>
  ({
    'GET /api/shops/:shopId/categories': async ({ params: { shopId } }) => ({
      categories: await readCategories(db.query, shopId),
    }),
    'POST /api/shops/:shopId/categories/renames': ({ params: { shopId }, body }) =>
      withShopLock(db, shopId, async (tx) => {
        await renameCategory(tx, shopId, body)
        return { categories: await readCategories(tx, shopId) }
      }),
    'POST /api/shops/:shopId/categories/places': ({ params: { shopId }, body }) =>
      withShopLock(db, shopId, async (tx) => {
        await placeCategory(tx, shopId, body)
        return { categories: await readCategories(tx, shopId) }
      }),
  }) satisfies Partial<Handlers>
