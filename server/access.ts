import type { FastifyRequest } from 'fastify'
import type { Access } from '@/contract/route'
import { ID_PATTERN } from '@/domain/id'
import { ApiError } from './api-error'
import type { AppDependencies } from './dependencies'
import { isBuyer } from './modules/orders/store'
import { type Caller, callerOf } from './modules/sessions/caller'
import { ownsShop } from './modules/shops/owners'

/** What a handler gets to know about its caller, by the route's access rule. An open route looks the caller up only on demand. */
export interface AuthByAccess {
  anyone: { caller(): Promise<Caller | null> }
  'signed-in': Caller
  owner: Caller
  'owner-or-buyer': Caller & { role: 'owner' | 'buyer' }
}

type Guard<A extends Access> = (
  deps: AppDependencies,
  request: FastifyRequest,
) => AuthByAccess[A] | Promise<AuthByAccess[A]>

async function requireCaller(deps: AppDependencies, request: FastifyRequest): Promise<Caller> {
  const caller = await callerOf(deps, request)
  if (!caller) throw new ApiError('signed-out')
  return caller
}

const isId = new RegExp(ID_PATTERN)

/** Guards run before validation: a path part that is not an id is answered with `not-found`, without a database query. */
function readPathId(request: FastifyRequest, name: 'shopId' | 'orderId'): string {
  const { params } = request
  const value = params !== null && typeof params === 'object' ? Reflect.get(params, name) : undefined
  if (typeof value === 'string' && isId.test(value)) return value
  throw new ApiError('not-found')
}

/** The guard of each access rule in the route table. A resource of another account is 404 instead of 403. */
export const guards: { [A in Access]: Guard<A> } = {
  anyone: (deps, request) => ({ caller: () => callerOf(deps, request) }),
  'signed-in': requireCaller,
  owner: async (deps, request) => {
    const caller = await requireCaller(deps, request)
    if (await ownsShop(deps.db.query, caller.accountId, readPathId(request, 'shopId'))) return caller
    throw new ApiError('not-found')
  },
  'owner-or-buyer': async (deps, request) => {
    const caller = await requireCaller(deps, request)
    const { query } = deps.db
    const shopId = readPathId(request, 'shopId')
    if (await ownsShop(query, caller.accountId, shopId)) return { ...caller, role: 'owner' }
    if (await isBuyer(query, caller.accountId, shopId, readPathId(request, 'orderId')))
      return { ...caller, role: 'buyer' }
    throw new ApiError('not-found')
  },
}
