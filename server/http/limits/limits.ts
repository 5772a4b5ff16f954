import type { FastifyRequest } from 'fastify'
import { type RouteName, routes } from '@/contract/routes'
import { admittedRoles } from '@/domain/access'
import type { AppDependencies } from '../../dependencies'
import { Standings } from '../../modules/quotas/standing'
import { type Caller, callerOf } from '../../modules/sessions/caller'
import { type ClientRequest, getClientAddress } from '../client-address'
import { AddressLimiter } from './address-limiter'
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

const isOfOwners = (name: RouteName): boolean =>
  ['owner', 'manager', 'giver', 'operator'].includes(routes[name].access)

function kindOf(name: RouteName, byOwner = isOfOwners(name)): Kind {
  if (name === 'PUT /api/shops/:shopId/orders/:orderId') return 'order'
  if ('upload' in routes[name]) return 'upload'
  if (name.startsWith('GET ')) return 'read'
  return byOwner ? 'manage' : 'write'
}

const isByOwner = (name: RouteName, { ownsShop }: Caller): boolean =>
  ownsShop && admittedRoles[routes[name].access].some((role) => role === 'owner')

/** Downloads and new exports of a shop per minute. Its links work without signing in. */
const EXPORTS = 10

/**
 * Rate limits. Each method throws an ApiError `too-many` above its limit, or rejects with it. What strangers do never counts against
 * people at the same address who have a session, nor what new accounts do against those that are established.
 */
export interface Limits {
  /** Counts a request without a session by its address. */
  visitor(name: RouteName, from: ClientRequest): void
  /** Counts a request that needs no session: above the limit of visitors, the caller's own limits apply. */
  visit(name: RouteName, request: FastifyRequest): void | Promise<void>
  /** Counts a request by its account and, unless it is established, by its address; without a session as a visitor's. */
  caller(name: RouteName, request: FastifyRequest, caller: Caller | null): void | Promise<void>
  /** Counts a sign-in that creates an account or calls WeChat. */
  signIn(from: ClientRequest): void
  /** True for an account that is counted by itself and not by its address. */
  isEstablished(accountId: string): Promise<boolean>
  /** Counts a download of a shop's export, or a new one. */
  export(shopId: string): void
}

const off: Limits = {
  visitor: () => undefined,
  visit: () => undefined,
  caller: () => undefined,
  signIn: () => undefined,
  isEstablished: async () => false,
  export: () => undefined,
}

/** The handler of this route applies the limit itself, so that a valid key works from a busy address, too. */
const SIGN_IN: RouteName = 'POST /api/sessions'

type LimiterOfKind<L> = Record<Kind, L>

const forKinds = <L>(create: (kind: Kind) => L): LimiterOfKind<L> => ({
  read: create('read'),
  write: create('write'),
  manage: create('manage'),
  order: create('order'),
  upload: create('upload'),
})

/** Creates the rate limits; with `RATE_LIMIT=off` nothing is limited. */
export function createLimits(deps: AppDependencies): Limits {
  const { settings, elapsed } = deps
  if (!settings.rateLimits) return off
  const byAddress = () => forKinds((kind) => new AddressLimiter(rates[kind].address, MINUTE, elapsed))
  const accounts = forKinds((kind) => new RateLimiter(rates[kind].account, MINUTE, elapsed))
  const [visitors, newAccounts] = [byAddress(), byAddress()]
  const signIns = new AddressLimiter(SIGN_INS, MINUTE, elapsed)
  const exports = new RateLimiter(EXPORTS, MINUTE, elapsed)
  const standings = new Standings(deps)

  const visitor: Limits['visitor'] = (name, from) => {
    if (name !== SIGN_IN) visitors[kindOf(name)].consume(getClientAddress(from))
  }

  /** Counts a new account at its address. Whether it is one is only read when the address is above its limit. */
  function countAtAddress(kind: Kind, address: string, accountId: string): void | Promise<void> {
    if (standings.remembered(accountId)) return
    try {
      newAccounts[kind].consume(address)
    } catch (error) {
      return standings.isEstablished(accountId).then((isEstablished) => {
        if (!isEstablished) throw error
      })
    }
  }

  const caller: Limits['caller'] = (name, request, known) => {
    if (!known) return visitor(name, request)
    accounts[kindOf(name, isByOwner(name, known))].consume(known.accountId)
    return countAtAddress(kindOf(name), getClientAddress(request), known.accountId)
  }

  return {
    visitor,
    caller,
    visit: (name, request) => {
      try {
        visitor(name, request)
      } catch (error) {
        return callerOf(deps, request).then((known) => {
          if (!known) throw error
          return caller(name, request, known)
        })
      }
    },
    signIn: (from) => signIns.consume(getClientAddress(from)),
    isEstablished: (accountId) => standings.isEstablished(accountId),
    export: (shopId) => exports.consume(shopId),
  }
}
