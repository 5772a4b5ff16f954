import type { AppDependencies } from '../../dependencies'
import { isEstablished } from '../../modules/quotas/standing'
import { AddressLimiter } from './address-limiter'
import { RateLimiter } from './rate-limiter'

const SPAN_MS = 15 * 60_000

/**
 * Counts codes that do not work in a quarter of an hour: by account and, for accounts that are not established, by network address;
 * those of callers without a session by address, apart from all others. @throws `too-many` beyond the limits. A right code always
 * works, because strangers may share an address.
 */
export function createWrongCodeLimits(
  { settings, elapsed, db, clock }: Pick<AppDependencies, 'settings' | 'elapsed' | 'db' | 'clock'>,
  max: { account: number; address: number },
) {
  const limitOf = (maxCount: number) => (settings.rateLimits ? maxCount : Number.POSITIVE_INFINITY)
  const ofAccount = new RateLimiter(limitOf(max.account), SPAN_MS, elapsed)
  const ofVisitors = new AddressLimiter(limitOf(max.account), SPAN_MS, elapsed)
  const ofAddress = new AddressLimiter(limitOf(max.address), SPAN_MS, elapsed)
  return async (accountId: string | undefined, address: string): Promise<void> => {
    if (accountId === undefined) return ofVisitors.consume(address)
    ofAccount.consume(accountId)
    if (!(await isEstablished(db.query, accountId, clock()))) ofAddress.consume(address)
  }
}
