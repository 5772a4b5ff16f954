import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { clearDeviceSecret } from '../sessions/device-cookie'
import { deletePerson, readPersonalData } from './delete-person'
import { linkCopy } from './serve-copies'

export const personalDataHandlers = (deps: AppDependencies) =>
  ({
    'GET /api/me/data': ({ auth }) => readPersonalData(deps.db.query, auth.accountId, deps.clock()),
    'POST /api/me/data/copies': ({ auth, request }) => linkCopy(deps, request, auth.accountId),
    'DELETE /api/me/data': async ({ auth, request, reply }) => {
      const deleted = await auth.withRight((tx) => deletePerson(deps, tx, auth.accountId))
      if (!deleted.isAccountKept) clearDeviceSecret({ settings: deps.settings, request, reply })
      request.log.info({ isAccountKept: deleted.isAccountKept }, 'a person deleted her stored data')
      return deleted
    },
  }) satisfies Partial<Handlers>
