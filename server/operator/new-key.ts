import type { AppDependencies } from '../dependencies'
import { keyRequest, reissueKey } from '../modules/shops/reissue-key'
import { lockShopBySlug } from './find-shop'
import { logOperatorAction } from './operator-log'

/** Revokes the keys of a shop and issues a new one, for an owner who lost both phone and key. Logs the reason. */
export function issueNewKey(
  deps: AppDependencies,
  { slug, reason }: { slug: string; reason: string },
): Promise<{ name: string; key: string }> {
  return deps.db.withTx(async (tx) => {
    const { shop_id, name } = await lockShopBySlug(tx, slug)
    const key = await reissueKey(deps, tx, shop_id, keyRequest('operator'))
    await logOperatorAction(deps, tx, { action: 'new-key', shop_id, slug, reason })
    return { name, key }
  })
}
