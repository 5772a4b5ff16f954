import { standings } from '../../db/account-standing'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { DAY_MS } from '../../jobs/intervals'

/**
 * True for an account with an order that was completed in a shop of a day's age of somebody else, or with a shop of a day's age that
 * has an order: what it uses counts for itself and not for its network address, behind which strangers may be.
 */
export async function isEstablished(db: Query, accountId: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select((eb) => [
      'standing',
      eb
        .exists(
          eb
            .selectFrom('shop_owner')
            .innerJoin('shop', 'shop.shop_id', 'shop_owner.shop_id')
            .select('shop.shop_id')
            .whereRef('shop_owner.account_id', '=', 'account.id')
            .where('shop.opened_at', '<=', now - DAY_MS)
            .where('shop.last_order', '>', 0),
        )
        .as('hasShop'),
    ])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined && (row.standing !== standings.unknown || Boolean(row.hasShop))
}

/** The time in ms for which it is remembered that an account is established, and that it is not. */
const REMEMBERED_MS = { established: 3_600_000, unknown: 60_000 }

/** Maximum number of accounts in memory; the oldest is evicted first. */
const MAX_ACCOUNTS = 50_000

interface Remembered {
  isEstablished: boolean
  until: number
}

export class Standings {
  private readonly accounts = new Map<string, Remembered>()

  constructor(private readonly deps: Pick<AppDependencies, 'db' | 'clock' | 'elapsed'>) {}

  /** The remembered answer; `undefined` where there is none. */
  remembered(accountId: string): boolean | undefined {
    const known = this.accounts.get(accountId)
    return known && known.until > this.deps.elapsed() ? known.isEstablished : undefined
  }

  async isEstablished(accountId: string): Promise<boolean> {
    const known = this.remembered(accountId)
    if (known !== undefined) return known
    const { db, clock, elapsed } = this.deps
    const found = await isEstablished(db.query, accountId, clock())
    this.accounts.delete(accountId)
    const until = elapsed() + REMEMBERED_MS[found ? 'established' : 'unknown']
    this.accounts.set(accountId, { isEstablished: found, until })
    const [oldest = ''] = this.accounts.keys()
    if (this.accounts.size > MAX_ACCOUNTS) this.accounts.delete(oldest)
    return found
  }
}
