import { MAX_GROUP_BUY_MS, PAY_AFTER_CLOSING_MS } from '@/domain/group-buy/group-buy'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { ServerModule } from '../../server-module'
import { closeUnpaid } from '../payments/close-unpaid'
import { withShopLock } from '../shops/shop-lock'
import { GROUP_BUY, type GroupBuyDue } from './due-job'
import { groupBuyHandlers } from './routes'
import { serveEntrySheets } from './serve-entry-sheets'
import { serveGroupBuyCodes } from './serve-group-buy-codes'
import { CLOSE_UNPAID_ENTRY, settleEntries } from './settle-entries'
import { advanceGroupBuy } from './step-group-buy'
import { messageJob, UPDATE_MESSAGE } from './updatable-message'

/**
 * Does what is due for a group buy, then moves its entries, a hundred in each transaction: a server that is killed in between goes on with
 * the rest.
 * @returns when it has to run again, because the clock was set back (epoch ms)
 */
export async function runGroupBuy(
  { db, clock }: Pick<AppDependencies, 'db' | 'clock'>,
  storefronts: StorefrontCache,
  { shopId, groupBuyId, at }: GroupBuyDue,
): Promise<number | undefined> {
  const key = { shopId, groupBuyId }
  if (clock() < at) return at
  for (;;) {
    const remain = await withShopLock(db, shopId, async (tx) => {
      const row = await advanceGroupBuy(tx, key, clock())
      return row ? settleEntries(tx, row, clock()) : false
    })
    storefronts.invalidateShop(shopId)
    if (!remain) return undefined
  }
}

export const groupBuysModule = (({ app, codes, content, deps, limits, storefronts }) => ({
  handlers: groupBuyHandlers({ app, deps }),
  serve: () => {
    serveEntrySheets(app, deps, { content, limits })
    serveGroupBuyCodes({ app, codes, deps, limits })
  },
  jobs: {
    [GROUP_BUY]: {
      maxDelay: MAX_GROUP_BUY_MS,
      run: (job) => runGroupBuy(deps, storefronts, readJson<GroupBuyDue>(job.payload)),
    },
    [UPDATE_MESSAGE]: messageJob(deps, app.log),
    [CLOSE_UNPAID_ENTRY]: {
      maxDelay: PAY_AFTER_CLOSING_MS,
      // buyers could not pay while the server was down
      whenLate: { after: PAY_AFTER_CLOSING_MS, delay: PAY_AFTER_CLOSING_MS },
      run: async (job) => {
        await closeUnpaid(deps, storefronts, job, app.log)
        return undefined
      },
    },
  },
})) satisfies ServerModule
