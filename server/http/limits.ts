import { type RouteName, routes } from '@/contract/routes'
import { type ClientRequest, getClientAddress } from './client-address'
import { RateLimiter } from './rate-limiter'

const MINUTE = 60_000

/**
 * Requests per minute. Many clients share one address behind a mobile network, so an address gets a much higher limit than an
 * account.
 */
const rates = {
  read: { account: 600, address: 6000 },
  write: { account: 120, address: 1200 },
  // an owner's changes: cancelling hundreds of orders must not hit a limit
  manage: { account: 1200, address: 6000 },
  order: { account: 30, address: 600 },
  upload: { account: 40, address: 400 },
} as const

/** New devices and WeChat logins per address and minute. */
const SIGN_INS = 300

type Kind = keyof typeof rates

const isOfOwners = (name: RouteName): boolean => ['owner', 'manager', 'giver'].includes(routes[name].access)

function kindOf(name: RouteName, byOwner = isOfOwners(name)): Kind {
  if (name === 'PUT /api/shops/:shopId/orders/:orderId') return 'order'
  if ('upload' in routes[name]) return 'upload'
  if (name.startsWith('GET ')) return 'read'
  return byOwner ? 'manage' : 'write'
}

/** Rate limits per address and account. Each method throws an ApiError `too-many` above its limit. */
export interface Limits {
  address(name: RouteName, from: ClientRequest): void
  account(name: RouteName, accountId: string, byOwner?: boolean): void
  /** Counts a sign-in that creates an account or calls WeChat. */
  signIn(from: ClientRequest): void
}

const off: Limits = { address: () => undefined, account: () => undefined, signIn: () => undefined }

/** The handler of this route applies the limit itself, so that a valid key works from a busy address, too. */
const SIGN_IN: RouteName = 'POST /api/sessions'

/** Creates the rate limits; without `on` nothing is limited. `elapsed` is a monotonic clock in ms. */
export function createLimits(on: boolean, elapsed: () => number): Limits {
  if (!on) return off
  const createLimiters = (by: 'account' | 'address') => {
    const limiter = (kind: Kind) => new RateLimiter(rates[kind][by], MINUTE, elapsed)
    return {
      read: limiter('read'),
      write: limiter('write'),
      manage: limiter('manage'),
      order: limiter('order'),
      upload: limiter('upload'),
    }
  }
  const [accounts, addresses] = [createLimiters('account'), createLimiters('address')]
  const signIns = new RateLimiter(SIGN_INS, MINUTE, elapsed)
  return {
    address: (name, from) => {
      if (name !== SIGN_IN) addresses[kindOf(name)].consume(getClientAddress(from))
    },
    account: (name, accountId, byOwner) => accounts[kindOf(name, byOwner)].consume(accountId),
    signIn: (from) => signIns.consume(getClientAddress(from)),
  }
}
