import type { Handlers } from '../../http/call'
import { originOf } from '../../http/origin'
import type { Parts } from '../../parts'
import { exportPath } from './serve-export'
import { TICKET_MS, ticketFor } from './ticket'

export const exportHandlers = (parts: Parts) =>
  ({
    'POST /api/shops/:shopId/exports': async ({ params: { shopId }, request }) => {
      const until = parts.clock() + TICKET_MS
      const path = exportPath(await ticketFor(parts, shopId, until))
      return { url: `${originOf(parts.settings, request)}${path}`, until }
    },
  }) satisfies Partial<Handlers>
