import { createId } from '@/domain/id'
import { unblockedWords } from '@/locales/operator/unblocked'
import type { Query } from '../../db/database'
import { BLOCK, endBlockAppeals } from '../appeals/block-appeals'
import { queueNotice } from '../notices/queue-notice'
import { endBlockMessages, sendShopMessage } from '../shop-messages/shop-messages'
import type { ShopRow } from '../shops/store'
import { logOperatorAction, type OperatorDependencies } from './operator-log'

export interface BlockChange {
  isBlocked: boolean
  /** Who changes it; `null` for the command line. */
  operatorId: string | null
  reason: string | undefined
  /** What the owner reads about a block. */
  ownerReason?: string | undefined
}

/**
 * Blocks or unblocks a shop that is locked. One that was blocked with a wave can be blocked alone, and then stays so when the wave is
 * undone. Buyers can neither find a blocked shop nor order from it; its owner sees the block, and is told of its end; existing orders stay readable. The
 * change counter is incremented, which invalidates cached storefronts on every server.
 * @returns false when nothing changed, because it was so already
 */
export async function setShopBlocked(
  deps: OperatorDependencies,
  tx: Query,
  { shop_id, slug, blocked_at, blocked_by }: Pick<ShopRow, 'shop_id' | 'slug' | 'blocked_at' | 'blocked_by'>,
  { isBlocked, operatorId, reason, ownerReason }: BlockChange,
): Promise<boolean> {
  if ((blocked_at !== null) === isBlocked && blocked_by === null) return false
  await tx
    .updateTable('shop')
    .set((eb) => ({
      ...{ blocked_at: isBlocked ? deps.clock() : null, blocked_by: null, changes: eb('changes', '+', 1) },
    }))
    .where('shop_id', '=', shop_id)
    .execute()
  await endBlockAppeals(tx, [shop_id])
  const at = deps.clock()
  if (!isBlocked && blocked_at !== null) {
    await endBlockMessages(tx, { shopId: shop_id, blockedAt: blocked_at, now: at })
    const id = createId(at, deps.random(16))
    await sendShopMessage(tx, { shopId: shop_id, id, text: unblockedWords.text, sentAt: at })
  }
  if (isBlocked) {
    await queueNotice(tx, {
      ...{ event: 'content-hidden', shopId: shop_id, subjectId: BLOCK, occurrence: String(at), at },
    })
  }
  await logOperatorAction(deps, tx, {
    ...{ operatorId, action: isBlocked ? 'block' : 'unblock', shop_id, slug },
    ...{ reason: reason ?? null, owner_reason: ownerReason ?? null },
  })
  return true
}
