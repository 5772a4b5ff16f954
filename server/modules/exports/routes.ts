import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import { createShopTicket, TICKET_MS } from '../tickets/ticket'
import type { ExportStore } from './export-store'
import { EXPORT_FILE, exportPath } from './serve-export'

/** A reply waits this long for the file, in ms: that of a small shop is made by then. */
const WAIT_MS = 1000

export const exportHandlers = (deps: AppDependencies, exports: ExportStore) =>
  ({
    'POST /api/shops/:shopId/exports': async ({ params: { shopId }, body, auth: { accountId }, request }) => {
      const origin = resolveOrigin(deps.settings, request)
      const progress = await exports.prepare({ shopId, origin }, body.id, WAIT_MS)
      const until = deps.clock() + TICKET_MS
      const ticket = await createShopTicket(deps, EXPORT_FILE, { shopId, accountId, until })
      return { url: `${origin}${exportPath(ticket)}`, until, ...(progress === undefined ? {} : { progress }) }
    },
  }) satisfies Partial<Handlers>
