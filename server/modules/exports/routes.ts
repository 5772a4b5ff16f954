import type { Handlers } from '../../http/call'
import { originOf } from '../../http/origin'
import type { Parts } from '../../parts'
import { exportPath } from './serve-export'
import { TICKET_MS, ticketFor } from './ticket'

export const exportHandlers = ({ settings, secret, clock }: Parts) =>
  ({
    'POST /api/shops/:shopId/exports': async ({ params: { shopId }, request }) => {
      const until = clock() + TICKET_MS
      return { url: `${originOf(settings, request)}${exportPath(ticketFor(secret, shopId, until))}`, until }
    },
  }) satisfies Partial<Handlers>
