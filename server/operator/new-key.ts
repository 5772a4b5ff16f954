import { keyRequest, reissueKey } from '../modules/shops/reissue-key'
import type { Parts } from '../parts'
import { shopOfSlug } from './find-shop'
import { logAction } from './operator-log'

/** Ends the keys of a shop and issues a new one, for an owner who lost both phone and key. The reason is logged. */
export function newKey(
  parts: Parts,
  { slug, reason }: { slug: string; reason: string },
): Promise<{ name: string; key: string }> {
  return parts.db.withTx(async (tx) => {
    const { shop_id, name } = await shopOfSlug(tx, slug)
    const key = await reissueKey(parts, tx, shop_id, keyRequest('operator'))
    await logAction(parts, tx, { action: 'new-key', shop_id, slug, reason })
    return { name, key }
  })
}
