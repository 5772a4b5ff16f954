import type { FastifyRequest } from 'fastify'
import { type Access, admittedRoles, type Role, type StaffRole, staffRoles } from '@/domain/access'
import { countyOf } from '@/domain/centre'
import { ApiError } from './api-error'
import type { Query } from './db/database'
import type { AppDependencies } from './dependencies'
import { type PathPart, readPathPart } from './http/path-part'
import { type LockedRights, lockRights } from './lock-rights'
import { isStaff } from './modules/centres/store'
import { findActingHelps, opensForOwner } from './modules/helps/store'
import { isLearner, isScreen, isTeacher } from './modules/lessons/roles'
import { findOperator } from './modules/operator/operators'
import { isBuyer } from './modules/orders/store'
import { type Caller, callerOf } from './modules/sessions/caller'
import { ownsShop } from './modules/shops/owners'

export interface RightHolder extends Caller {
  /**
   * Runs a change in a transaction that has locked the caller's account and what the path names, and then checked the caller's right
   * again. Whatever changes who owns a shop, ends it or issues a right runs in it.
   * @throws ApiError `signed-out` when the account was deleted, `not-found` when the role has ended.
   */
  withRight<T>(work: (tx: Query) => Promise<T>): Promise<T>
}

/** A signed-in account, and the first role of the route's access rule that it has. */
type CallerWithRole<A extends Access> = RightHolder & { role: (typeof admittedRoles)[A][number] }

/** The `auth` that a handler receives, by the access rule of its route. An open route looks the caller up only on demand. */
export type AuthByAccess = { anyone: { caller(): Promise<Caller | null> }; 'signed-in': RightHolder } & {
  [A in Exclude<Access, 'anyone' | 'signed-in'>]: CallerWithRole<A>
}

/** Counts a request by its caller, before it is known what the caller may do. @throws ApiError `too-many` */
type CountCaller = (caller: Caller | null) => void | Promise<void>

type Guard<A extends Access> = (
  deps: AppDependencies,
  request: FastifyRequest,
  count: CountCaller,
) => AuthByAccess[A] | Promise<AuthByAccess[A]>

async function requireCaller(
  deps: AppDependencies,
  request: FastifyRequest,
  count: CountCaller,
): Promise<Caller> {
  const caller = await callerOf(deps, request)
  await count(caller)
  if (!caller) throw new ApiError('signed-out')
  return caller
}

/** Guards run before validation: a path part that cannot name a resource is answered with `not-found`, without a database query. */
function requirePathPart(request: FastifyRequest, name: PathPart): string {
  const part = readPathPart(request, name)
  if (part === undefined) throw new ApiError('not-found')
  return part
}

/** A caller, and the reader of the path parts that name a resource. */
interface RoleQuestion {
  query: Query
  accountId: string
  ownsShop(): boolean | Promise<boolean>
  now: number
  part(name: PathPart): string
}

const acting = ({ accountId, now, part }: RoleQuestion) => ({ accountId, shopId: part('shopId'), now })

/** The check of each role: true if a caller has it at the resource that the path names. */
const roleChecks: Record<Role, (question: RoleQuestion) => boolean | Promise<boolean>> = {
  owner: (question) => question.ownsShop(),
  buyer: ({ query, accountId, part }) => isBuyer(query, accountId, part('shopId'), part('orderId')),
  opener: (question) => opensForOwner(question.query, acting(question)),
  helper: async (question) => (await findActingHelps(question.query, acting(question))).length > 0,
  county: ({ query, accountId, part }) => isStaff(query, accountId, countyOf(part('centre')), 'county'),
  keeper: ({ query, accountId, part }) => isStaff(query, accountId, part('centre'), 'keeper'),
  trainer: ({ query, accountId, part }) => isStaff(query, accountId, part('centre'), 'trainer'),
  teacher: ({ query, accountId, part }) => isTeacher(query, accountId, part('lessonId')),
  screen: ({ query, accountId, part }) => isScreen(query, accountId, part('lessonId')),
  learner: ({ query, accountId, part }) => isLearner(query, accountId, part('lessonId')),
  operator: async ({ query, accountId, now }) => (await findOperator(query, accountId, now)) !== undefined,
}

/** Admits a caller who has one of the rule's roles; a resource of others is 404 instead of 403. */
const requireRole =
  <A extends Exclude<Access, 'anyone' | 'signed-in'>>(access: A): Guard<Access> =>
  async (deps, request, count) => {
    const caller = await requireCaller(deps, request, count)
    const question: RoleQuestion = {
      query: deps.db.query,
      accountId: caller.accountId,
      ownsShop: () => caller.ownsShop,
      now: deps.clock(),
      part: (name) => requirePathPart(request, name),
    }
    for (const role of admittedRoles[access])
      if (await roleChecks[role](question))
        return { ...caller, role, withRight: rightOf(deps, question, role) } as CallerWithRole<A>
    throw new ApiError('not-found')
  }

function rowsOf(role: Role, { accountId, part }: RoleQuestion): LockedRights {
  if (role === 'operator') return { accountId }
  if (role === 'owner' || role === 'buyer') return { accountId, shopId: part('shopId') }
  if (role === 'opener' || role === 'helper') return { accountId, staff: [accountId], shopId: part('shopId') }
  if (isStaffRole(role)) return { accountId, centre: part('centre') }
  return { accountId, staff: [accountId], lessonId: part('lessonId') }
}

const isStaffRole = (role: Role): role is StaffRole => staffRoles.some((one) => one === role)

/** Runs changes under the lock of a role that was checked before. */
const rightOf =
  ({ db, clock }: AppDependencies, question: RoleQuestion, role: Role): RightHolder['withRight'] =>
  (work) =>
    db.withTx(async (tx) => {
      await lockRights(tx, rowsOf(role, question))
      const { accountId, part } = question
      const owns = () => ownsShop(tx, accountId, part('shopId'))
      if (!(await roleChecks[role]({ ...question, query: tx, ownsShop: owns, now: clock() })))
        throw new ApiError('not-found')
      return work(tx)
    })

/** Admits every account; its right is that it exists. */
async function requireAccount(
  deps: AppDependencies,
  request: FastifyRequest,
  count: CountCaller,
): Promise<RightHolder> {
  const caller = await requireCaller(deps, request, count)
  const { accountId } = caller
  const withRight: RightHolder['withRight'] = (work) =>
    deps.db.withTx(async (tx) => {
      await lockRights(tx, { accountId })
      return work(tx)
    })
  return { ...caller, withRight }
}

const openGuards: { [A in 'anyone' | 'signed-in']: Guard<A> } = {
  anyone: (deps, request) => ({ caller: () => callerOf(deps, request) }),
  'signed-in': requireAccount,
}

export const guards = Object.fromEntries(
  (Object.keys(admittedRoles) as Access[]).map((access) => [
    access,
    access === 'anyone' || access === 'signed-in' ? openGuards[access] : requireRole(access),
  ]),
) as Record<Access, Guard<Access>>
