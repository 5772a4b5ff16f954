import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { originOf } from '../../http/origin'
import { exportPath } from './serve-export'
import { TICKET_MS, ticketFor } from './ticket'

export const exportHandlers = (deps: AppDependencies) =>
  ({
    'POST /api/shops/:shopId/exports': async ({ params: { shopId }, request }) => {
      const until = deps.clock() + TICKET_MS
      const path = exportPath(await ticketFor(deps, shopId, until))
      return { url: `${originOf(deps.settings, request)}${path}`, until }
    },
  }) satisfies Partial<Handlers>
