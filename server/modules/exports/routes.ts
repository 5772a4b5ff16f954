import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import { EXPORT_FILE, exportPath } from './serve-export'
import { createShopTicket, TICKET_MS } from './ticket'

export const exportHandlers = (deps: AppDependencies) =>
  ({
    'POST /api/shops/:shopId/exports': async ({ params: { shopId }, auth: { accountId }, request }) => {
      const until = deps.clock() + TICKET_MS
      const ticket = await createShopTicket(deps, EXPORT_FILE, { shopId, accountId, until })
      return { url: `${resolveOrigin(deps.settings, request)}${exportPath(ticket)}`, until }
    },
  }) satisfies Partial<Handlers>
