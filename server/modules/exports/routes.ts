import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import { exportFile, exportPath } from './serve-export'
import { createTicket, TICKET_MS } from './ticket'

export const exportHandlers = (deps: AppDependencies) =>
  ({
    'POST /api/shops/:shopId/exports': async ({ params: { shopId }, request }) => {
      const until = deps.clock() + TICKET_MS
      const path = exportPath(await createTicket(deps, exportFile(deps.db.query), { holder: shopId, until }))
      return { url: `${resolveOrigin(deps.settings, request)}${path}`, until }
    },
  }) satisfies Partial<Handlers>
