import type { Query } from '../../db/database'
import { endHandovers } from '../handovers/store'
import { endHelps } from '../helps/store'
import { endCard } from '../paper-cards/store'
import { endKeys } from './issue-key'
import { keyHolder } from './reissue-key'
import { mustFindShop } from './store'

/**
 * Ends what others than an owner issued for her shop: its key, paper card and codes, and all helps. Links to its files and open event
 * streams end by themselves, as they ask for the right of their account. Call it while the shop is locked, whenever it passes to an owner or
 * others lose it.
 */
export async function endIssuedRights(
  tx: Query,
  shopId: string,
  accountId: string,
  now: number,
): Promise<void> {
  if (keyHolder(await mustFindShop(tx, shopId)) !== accountId) await endKeys(tx, shopId, now)
  await endCard(tx, shopId, now, { exceptOf: accountId })
  await endHandovers(tx, shopId, now, { exceptOf: accountId })
  await endHelps(tx, shopId, now)
}
