import { type RouteName, routes } from '@/contract/routes'
import { addressOf, type Caller } from './address'
import { RateLimiter } from './rate-limiter'

const MINUTE = 60_000

/** Requests a minute. Many people share one address behind a mobile network, so an address may do far more than an account. */
const rates = {
  read: { account: 600, address: 6000 },
  write: { account: 120, address: 1200 },
  // what an owner does to a shop: cancelling hundreds of orders must never have to wait
  manage: { account: 1200, address: 6000 },
  order: { account: 30, address: 600 },
  upload: { account: 40, address: 400 },
} as const

/** New devices and WeChat codes of one address in a minute. */
const SIGN_INS = 300

type Kind = keyof typeof rates

function kindOf(name: RouteName, byOwner = routes[name].access === 'owner'): Kind {
  if (name === 'PUT /api/shops/:shopId/orders/:orderId') return 'order'
  if ('upload' in routes[name]) return 'upload'
  if (name.startsWith('GET ')) return 'read'
  return byOwner ? 'manage' : 'write'
}

/** Throws `too-many` when an address or an account asks too often. */
export interface Limits {
  address(name: RouteName, from: Caller): void
  account(name: RouteName, accountId: string, byOwner?: boolean): void
  /** Counts a sign-in that makes an account or asks WeChat. */
  signIn(from: Caller): void
}

const off: Limits = { address: () => undefined, account: () => undefined, signIn: () => undefined }

/** Signing in is limited by its handler: a right key works however busy its address is. */
const SIGN_IN: RouteName = 'POST /api/sessions'

export function limitsOf(on: boolean, elapsed: () => number): Limits {
  if (!on) return off
  const make = (by: 'account' | 'address') => {
    const made = (kind: Kind) => new RateLimiter(rates[kind][by], MINUTE, elapsed)
    return {
      read: made('read'),
      write: made('write'),
      manage: made('manage'),
      order: made('order'),
      upload: made('upload'),
    }
  }
  const [accounts, addresses] = [make('account'), make('address')]
  const signIns = new RateLimiter(SIGN_INS, MINUTE, elapsed)
  return {
    address: (name, from) => {
      if (name !== SIGN_IN) addresses[kindOf(name)].take(addressOf(from))
    },
    account: (name, accountId, byOwner) => accounts[kindOf(name, byOwner)].take(accountId),
    signIn: (from) => signIns.take(addressOf(from)),
  }
}
