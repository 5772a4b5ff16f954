import type { FastifyRequest } from 'fastify'
import type { Access } from '@/contract/route'
import { ID_PATTERN } from '@/domain/id'
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

const isId = new RegExp(ID_PATTERN)

/** Path parts reach a guard before validation; one that is no id is the id of nothing, and no database is asked. */
function idIn(request: FastifyRequest, name: 'shopId' | 'orderId'): string {
  const { params } = request
  const value = params !== null && typeof params === 'object' ? Reflect.get(params, name) : undefined
  if (typeof value === 'string' && isId.test(value)) return value
  throw new Refused('not-found')
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
