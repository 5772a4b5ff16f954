import type { AppDependencies } from '../dependencies'
import { keyRequest, reissueKey } from '../modules/shops/reissue-key'
import { shopOfSlug } from './find-shop'
import { logAction } from './operator-log'

/** Ends the keys of a shop and issues a new one, for an owner who lost both phone and key. The reason is logged. */
export function newKey(
  deps: AppDependencies,
  { slug, reason }: { slug: string; reason: string },
): Promise<{ name: string; key: string }> {
  return deps.db.withTx(async (tx) => {
    const { shop_id, name } = await shopOfSlug(tx, slug)
    const key = await reissueKey(deps, tx, shop_id, keyRequest('operator'))
    await logAction(deps, tx, { action: 'new-key', shop_id, slug, reason })
    return { name, key }
  })
}
