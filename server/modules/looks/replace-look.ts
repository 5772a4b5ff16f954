import type { Look } from '@/domain/look/look'
import type { Query } from '../../db/database'
import { mustFindShop, toLook } from '../shops/store'
import { isSameLook, updateLookMedia, writePublished } from './publish-look'
import { draftOf } from './store'

/**
 * Publishes a look other than the draft. A draft with unpublished changes keeps its content. The draft's version increases
 * either way, so an open editor gets a conflict.
 */
export async function replaceLook(
  tx: Query,
  shopId: string,
  look: Look,
  published: { id: string; now: number },
): Promise<void> {
  const shop = await mustFindShop(tx, shopId)
  const draft = await draftOf(tx, shop)
  const hasUnpublished = !isSameLook(draft, toLook(shop))
  await writePublished(tx, shop, look, published)
  const columns = {
    version: draft.version + 1,
    edit_hash: '',
    look: JSON.stringify(hasUnpublished ? draft : look),
  }
  await tx
    .insertInto('look_draft')
    .values({ shop_id: shopId, ...columns })
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(columns))
    .execute()
  await updateLookMedia(tx, shopId, published.now)
}
