import type { AppDependencies } from '../dependencies'
import { SetupError } from '../setup-error'
import { shopOfSlug } from './find-shop'
import { logAction } from './operator-log'

type BlockParts = Pick<AppDependencies, 'db' | 'clock' | 'random'>

interface Blocking {
  slug: string
  isBlocked: boolean
  reason: string | undefined
}

/**
 * Blocks a shop, or lifts that. Buyers cannot find or order from a blocked shop; its owner sees that it is blocked, and
 * orders that were placed can still be read. The change is counted, so that no server sends a cached storefront.
 */
export function setBlocked(
  deps: BlockParts,
  { slug, isBlocked, reason }: Blocking,
): Promise<{ name: string }> {
  return deps.db.withTx(async (tx) => {
    const { shop_id, name, blocked_at } = await shopOfSlug(tx, slug)
    if ((blocked_at !== null) === isBlocked)
      throw new SetupError(`The shop at /s/${slug} is ${isBlocked ? 'blocked already' : 'not blocked'}.`)
    await tx
      .updateTable('shop')
      .set((eb) => ({ blocked_at: isBlocked ? deps.clock() : null, changes: eb('changes', '+', 1) }))
      .where('shop_id', '=', shop_id)
      .execute()
    await logAction(deps, tx, {
      action: isBlocked ? 'block' : 'unblock',
      shop_id,
      slug,
      reason: reason ?? null,
    })
    return { name }
  })
}
