import type { Query } from '../../db/database'
import { createReactions } from '../../reactions'
import { endKeys } from './issue-key'
import { keyHolder } from './reissue-key'
import { mustFindShop } from './store'

interface Ended {
  shopId: string
  accountId: string
  now: number
}

/** The rights of everybody but an owner have ended; what they issued for the shop ends with them. */
export const rightsEnded = createReactions<[tx: Query, ended: Ended]>('the end of rights in a shop')

/**
 * Ends what others than an owner issued for her shop: its key, paper card and codes, and all helps. Links to its files and open event
 * streams end by themselves, as they ask for the right of their account. Call it while the shop is locked, whenever it passes to an owner or
 * others lose it.
 */
export async function endIssuedRights(tx: Query, shopId: string, accountId: string, now: number) {
  if (keyHolder(await mustFindShop(tx, shopId)) !== accountId) await endKeys(tx, shopId, now)
  await rightsEnded.run(tx, { shopId, accountId, now })
}
