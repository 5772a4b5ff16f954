import { type RouteName, routes } from '@/contract/routes'
import { addressOf, type Caller } from './address'
import { Rate } from './rate'

const MINUTE = 60_000

/** Requests a minute. Many people share one address behind a mobile network, so an address may do far more than an account. */
const rates = {
  read: { account: 600, address: 6000 },
  write: { account: 120, address: 1200 },
  order: { account: 30, address: 600 },
  upload: { account: 40, address: 400 },
  session: { account: 60, address: 300 },
} as const

type Kind = keyof typeof rates

function kindOf(name: RouteName): Kind {
  if (name === 'POST /api/sessions') return 'session'
  if (name === 'PUT /api/shops/:shopId/orders/:orderId') return 'order'
  if ('upload' in routes[name]) return 'upload'
  return name.startsWith('GET ') ? 'read' : 'write'
}

/** Throws `too-many` when an address or an account asks too often. */
export interface Limits {
  address(name: RouteName, from: Caller): void
  account(name: RouteName, accountId: string): void
}

const off: Limits = { address: () => undefined, account: () => undefined }

export function limitsOf(on: boolean, elapsed: () => number): Limits {
  if (!on) return off
  const make = (by: 'account' | 'address') => {
    const made = (kind: Kind) => new Rate(rates[kind][by], MINUTE, elapsed)
    return {
      read: made('read'),
      write: made('write'),
      order: made('order'),
      upload: made('upload'),
      session: made('session'),
    }
  }
  const [accounts, addresses] = [make('account'), make('address')]
  return {
    address: (name, from) => addresses[kindOf(name)].take(addressOf(from)),
    account: (name, accountId) => accounts[kindOf(name)].take(accountId),
  }
}
