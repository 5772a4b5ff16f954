import type { FastifyRequest } from 'fastify'
import type { Access } from '@/contract/route'
import { ID_PATTERN } from '@/domain/id'
import { ApiError } from './api-error'
import type { AppDependencies } from './dependencies'
import { isBuyer } from './modules/orders/store'
import { type Caller, callerOf } from './modules/sessions/caller'
import { ownsShop } from './modules/shops/owners'

/** What a handler learns of who calls. An open route asks only when it wants to know. */
export interface WhoByAccess {
  anyone: { caller(): Promise<Caller | null> }
  'signed-in': Caller
  owner: Caller
  'owner-or-buyer': Caller & { role: 'owner' | 'buyer' }
}

type Guard<A extends Access> = (
  deps: AppDependencies,
  request: FastifyRequest,
) => WhoByAccess[A] | Promise<WhoByAccess[A]>

async function signedIn(deps: AppDependencies, request: FastifyRequest): Promise<Caller> {
  const caller = await callerOf(deps, request)
  if (!caller) throw new ApiError('signed-out')
  return caller
}

const isId = new RegExp(ID_PATTERN)

/** Path parts reach a guard before validation; one that is no id is the id of nothing, and no database is asked. */
function idIn(request: FastifyRequest, name: 'shopId' | 'orderId'): string {
  const { params } = request
  const value = params !== null && typeof params === 'object' ? Reflect.get(params, name) : undefined
  if (typeof value === 'string' && isId.test(value)) return value
  throw new ApiError('not-found')
}

/** Who may call, for every word of the route table. What is another's does not exist: 404, not 403. */
export const guards: { [A in Access]: Guard<A> } = {
  anyone: (deps, request) => ({ caller: () => callerOf(deps, request) }),
  'signed-in': signedIn,
  owner: async (deps, request) => {
    const caller = await signedIn(deps, request)
    if (await ownsShop(deps.db.query, caller.accountId, idIn(request, 'shopId'))) return caller
    throw new ApiError('not-found')
  },
  'owner-or-buyer': async (deps, request) => {
    const caller = await signedIn(deps, request)
    const { query } = deps.db
    const shopId = idIn(request, 'shopId')
    if (await ownsShop(query, caller.accountId, shopId)) return { ...caller, role: 'owner' }
    if (await isBuyer(query, caller.accountId, shopId, idIn(request, 'orderId')))
      return { ...caller, role: 'buyer' }
    throw new ApiError('not-found')
  },
}
