import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteName } from '@/contract/routes'
import { Refused } from '../refused'

/** Requests a minute. Many people share one address behind a mobile network, so an address may do far more than an account. */
const rates = {
  read: { account: 600, address: 6000 },
  write: { account: 120, address: 1200 },
  order: { account: 30, address: 600 },
  photo: { account: 40, address: 400 },
  session: { account: 60, address: 300 },
} as const

type Kind = keyof typeof rates

function kindOf(name: RouteName): Kind {
  if (name === 'POST /api/sessions') return 'session'
  if (name === 'PUT /api/shops/:shopId/orders/:orderId') return 'order'
  if (name.endsWith('/api/photos/:photoId')) return 'photo'
  return name.startsWith('GET ') ? 'read' : 'write'
}

/** Throws `too-many` when an address or an account asks too often. */
export interface Limits {
  address(name: RouteName, request: FastifyRequest): Promise<void>
  account(name: RouteName, request: FastifyRequest, accountId: string): Promise<void>
}

const off: Limits = { address: async () => undefined, account: async () => undefined }

type Check = ReturnType<FastifyInstance['createRateLimit']>

async function hold(check: Check, request: FastifyRequest) {
  const limit = await check(request)
  if (!limit.isAllowed && limit.isExceeded) throw new Refused('too-many', { retryAfter: limit.ttlInSeconds })
}

/** Needs `@fastify/rate-limit` to be registered. */
export function limitsOf(app: FastifyInstance, on: boolean): Limits {
  if (!on) return off
  const accounts = new WeakMap<FastifyRequest, string>()
  const keyOf = (request: FastifyRequest) => accounts.get(request) ?? request.ip
  const make = (max: number) => app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyOf })
  const kinds = Object.keys(rates) as Kind[]
  const checks = new Map(
    kinds.map((kind) => [kind, { account: make(rates[kind].account), address: make(rates[kind].address) }]),
  )
  return {
    async address(name, request) {
      const check = checks.get(kindOf(name))
      if (check) await hold(check.address, request)
    },
    async account(name, request, accountId) {
      accounts.set(request, accountId)
      const check = checks.get(kindOf(name))
      if (check) await hold(check.account, request)
    },
  }
}
