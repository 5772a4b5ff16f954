import type { AppDependencies } from '../../server/dependencies'
import { issuedKey } from '../../server/modules/shops/issue-key'
import { keyRequest, reissueKey } from '../../server/modules/shops/reissue-key'
import { lockShop } from '../../server/modules/shops/shop-lock'
import { demoDependencies } from '../world/demo-dependencies'
import type { WorldFacts } from './world-folder'

/** Gives each shop in a copy of the seed a key by the copy's own secret: those of the seed are the same everywhere. */
export async function replaceKeys(copy: string, { secret }: WorldFacts): Promise<void> {
  const deps = await demoDependencies(copy, {}, { secret })
  try {
    const shops = await deps.db.query.selectFrom('shop').select(['shop_id', 'opened_by']).execute()
    for (const { shop_id, opened_by } of shops)
      await deps.db.withTx(async (tx) => {
        await lockShop(tx, shop_id)
        await reissueKey(deps, tx, shop_id, keyRequest(opened_by))
      })
  } finally {
    await deps.db.close()
  }
}

/** Returns the slug and the present key of the shop that was opened first, which is one of the seed. */
export async function findSampleShop(
  deps: AppDependencies,
): Promise<{ slug: string; key: string } | undefined> {
  const shop = await deps.db.query
    .selectFrom('shop')
    .select(['shop_id', 'slug', 'key_generation'])
    .orderBy('opened_at')
    .orderBy('shop_id')
    .executeTakeFirst()
  if (!shop) return undefined
  return { slug: shop.slug, key: await issuedKey(deps, deps.db.query, shop.shop_id, shop.key_generation) }
}
