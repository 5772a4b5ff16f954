import type { AppDependencies } from '../dependencies'
import { RateLimiter } from './rate-limiter'

const SPAN_MS = 15 * 60_000

/**
 * Counts codes that do not work, by account and by network address, in a quarter of an hour. @throws `too-many` beyond the limits.
 * A right code always works, because strangers may share an address.
 */
export function createWrongCodeLimits(
  { settings, elapsed }: Pick<AppDependencies, 'settings' | 'elapsed'>,
  max: { account: number; address: number },
) {
  const rate = (maxCount: number) =>
    new RateLimiter(settings.rateLimits ? maxCount : Number.POSITIVE_INFINITY, SPAN_MS, elapsed)
  const [ofAccount, ofAddress] = [rate(max.account), rate(max.address)]
  return (accountId: string | undefined, address: string): void => {
    // a caller who is not signed in is counted by address alone
    ofAccount.consume(accountId ?? address)
    ofAddress.consume(address)
  }
}
