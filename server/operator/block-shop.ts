import type { AppDependencies } from '../dependencies'
import { SetupError } from '../setup-error'
import { lockShopBySlug } from './find-shop'
import { logOperatorAction } from './operator-log'

type BlockDependencies = Pick<AppDependencies, 'db' | 'clock' | 'random'>

interface BlockChange {
  slug: string
  isBlocked: boolean
  reason: string | undefined
  /** What the owner reads about a block. */
  ownerReason?: string | undefined
}

/**
 * Blocks or unblocks a shop. Buyers can neither find a blocked shop nor order from it; its owner sees the block, and existing
 * orders stay readable. The change counter is incremented, which invalidates cached storefronts on every server.
 */
export function setShopBlocked(
  deps: BlockDependencies,
  { slug, isBlocked, reason, ownerReason }: BlockChange,
): Promise<{ name: string }> {
  return deps.db.withTx(async (tx) => {
    const { shop_id, name, blocked_at } = await lockShopBySlug(tx, slug)
    if ((blocked_at !== null) === isBlocked)
      throw new SetupError(`The shop at /s/${slug} is ${isBlocked ? 'blocked already' : 'not blocked'}.`)
    await tx
      .updateTable('shop')
      .set((eb) => ({ blocked_at: isBlocked ? deps.clock() : null, changes: eb('changes', '+', 1) }))
      .where('shop_id', '=', shop_id)
      .execute()
    await logOperatorAction(deps, tx, {
      action: isBlocked ? 'block' : 'unblock',
      shop_id,
      slug,
      reason: reason ?? null,
      owner_reason: ownerReason ?? null,
    })
    return { name }
  })
}
