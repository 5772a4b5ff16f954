import type { FastifyRequest } from 'fastify'
import type { Access } from '@/contract/route'
import { isBuyer } from './modules/orders/store'
import { type Caller, callerOf } from './modules/sessions/caller'
import { ownsShop } from './modules/shops/owners'
import type { Parts } from './parts'
import { Refused } from './refused'

/** What a handler learns of who calls. An open route asks only when it wants to know. */
export interface WhoByAccess {
  anyone: { caller(): Promise<Caller | null> }
  'signed-in': Caller
  owner: Caller
  'owner-or-buyer': Caller & { role: 'owner' | 'buyer' }
}

type Guard<A extends Access> = (
  parts: Parts,
  request: FastifyRequest,
) => WhoByAccess[A] | Promise<WhoByAccess[A]>

async function signedIn(parts: Parts, request: FastifyRequest): Promise<Caller> {
  const caller = await callerOf(parts, request)
  if (!caller) throw new Refused('signed-out')
  return caller
}

/** Path parts reach a guard before validation; one that is missing matches nothing. */
function idIn(request: FastifyRequest, name: 'shopId' | 'orderId'): string {
  const { params } = request
  const value = params !== null && typeof params === 'object' ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : ''
}

/** Who may call, for every word of the route table. What is another's does not exist: 404, not 403. */
export const guards: { [A in Access]: Guard<A> } = {
  anyone: (parts, request) => ({ caller: () => callerOf(parts, request) }),
  'signed-in': signedIn,
  owner: async (parts, request) => {
    const caller = await signedIn(parts, request)
    if (await ownsShop(parts.db.query, caller.accountId, idIn(request, 'shopId'))) return caller
    throw new Refused('not-found')
  },
  'owner-or-buyer': async (parts, request) => {
    const caller = await signedIn(parts, request)
    const { query } = parts.db
    const shopId = idIn(request, 'shopId')
    if (await ownsShop(query, caller.accountId, shopId)) return { ...caller, role: 'owner' }
    if (await isBuyer(query, caller.accountId, shopId, idIn(request, 'orderId')))
      return { ...caller, role: 'buyer' }
    throw new Refused('not-found')
  },
}
