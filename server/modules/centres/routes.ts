import type { MyRole } from '@/contract/centres'
import { invitedBy, type StaffRole } from '@/domain/access'
import { countyOf, isCounty } from '@/domain/centre'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { createWrongCodeLimits } from '../../http/limits/wrong-code-limits'
import { centreOf } from './centre-of'
import { acceptInvitation, invite } from './invite'
import { removeStaff } from './remove-staff'
import { countStaff, findInvitations, findRoles, findStaff, removeInvitation } from './store'

/** Limits on wrong codes in a quarter of an hour. Codes have 50 bits; the limits only bound the load. */
const WRONG_CODES = { account: 10, address: 300 }

export function centreHandlers(deps: AppDependencies) {
  const { db, settings } = deps
  const countWrongCode = createWrongCodeLimits(deps, WRONG_CODES)
  const named = (code: string) => centreOf(settings.centres, code)
  const toMyRole = (row: { centre: string; role: StaffRole; since: number }): MyRole => ({
    centre: named(row.centre),
    county: named(countyOf(row.centre)),
    role: row.role,
    since: row.since,
  })

  async function townsOf(county: string) {
    const people = await countStaff(db.query, county)
    return settings.centres
      .filter(({ code }) => !isCounty(code) && countyOf(code) === county)
      .map((centre) => ({ ...centre, staff: people.get(centre.code) ?? 0 }))
  }

  return {
    'GET /api/me/roles': async ({ auth }) => ({
      roles: (await findRoles(db.query, auth.accountId)).map(toMyRole),
    }),
    'POST /api/me/roles': async ({ auth, body, request }) => {
      try {
        return toMyRole(await auth.withRight((tx) => acceptInvitation(deps, tx, body.code, auth.accountId)))
      } catch (error) {
        if (error instanceof ApiError && error.code === 'invitation-wrong')
          await countWrongCode(auth.accountId, getClientAddress(request))
        throw error
      }
    },
    'GET /api/centres/:centre': async ({ params: { centre }, auth }) => ({
      centre: named(centre),
      county: named(countyOf(centre)),
      role: auth.role,
      ...(isCounty(centre) ? { towns: await townsOf(centre) } : {}),
    }),
    'GET /api/centres/:centre/staff': async ({ params: { centre } }) => ({
      staff: (await findStaff(db.query, centre)).map(({ id, role, name, since }) => ({
        ...{ id, role, name, since },
      })),
      invitations: (await findInvitations(db.query, centre, deps.clock())).map(
        ({ id, role, name, expires_at }) => ({ id, role, name, expiresAt: expires_at }),
      ),
    }),
    'PUT /api/centres/:centre/invitations/:invitationId': ({ params, body, auth }) => {
      const { centre, invitationId: id } = params
      if (!settings.centres.some(({ code }) => code === centre)) throw new ApiError('not-found')
      return auth.withRight((tx) => invite(deps, tx, { centre, id, ...body }, auth))
    },
    'DELETE /api/centres/:centre/invitations/:invitationId': async ({ params, auth }) => ({
      removed: await auth.withRight((tx) => removeInvitation(tx, params.centre, params.invitationId)),
    }),
    'DELETE /api/centres/:centre/staff/:staffId': async ({ params, auth }) => ({
      removed: await auth.withRight((tx) =>
        removeStaff(tx, { centre: params.centre, id: params.staffId }, invitedBy[auth.role], deps.clock()),
      ),
    }),
  } satisfies Partial<Handlers>
}
