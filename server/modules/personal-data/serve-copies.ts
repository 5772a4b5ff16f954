import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayOf } from '@/domain/day'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import { resolveOrigin } from '../../http/origin'
import type { Content } from '../content/content'
import { createTicket, TICKET_MS, type TicketKind, verifyTicket } from '../tickets/ticket'
import { renderCopy } from './copy-page'
import { type PersonalCopy, readCopy } from './read-copy'

/** The stored data of an account. Its tickets end with the account. */
const copyOf = (query: Query): TicketKind => ({
  purpose: 'personal-copy',
  saltOf: async (accountId) => {
    const row = await query
      .selectFrom('account')
      .select('created_at')
      .where('id', '=', accountId)
      .executeTakeFirst()
    return row && String(row.created_at)
  },
})

/** Issues the link to the page with all stored data of an account. */
export async function linkCopy(
  deps: AppDependencies,
  request: FastifyRequest,
  accountId: string,
): Promise<{ url: string; until: number }> {
  const until = deps.clock() + TICKET_MS
  const ticket = await createTicket(deps, copyOf(deps.db.query), { holder: accountId, until })
  return { url: `${resolveOrigin(deps.settings, request)}/my-data/${ticket}.html`, until }
}

/** Leaves out what sellers wrote and others do not see. */
const withoutHidden = (copy: PersonalCopy, content: Content): PersonalCopy => ({
  ...copy,
  orders: copy.orders.map(({ shop, order, ...more }) => ({
    ...{ ...more, shop: content.showText(shop) },
    order: content.show('PUT /api/shops/:shopId/orders/:orderId', order, 'buyer'),
  })),
})

/** Serves the pages with all stored data of an account. A valid ticket is the only authorization. */
export function serveCopies(
  app: FastifyInstance,
  deps: AppDependencies,
  { content, limits }: { content: Content; limits: Limits },
): void {
  const { db, clock } = deps
  app.get<{ Params: { file: string } }>('/my-data/:file', async (request, reply) => {
    await limits.visit('POST /api/me/data/copies', request)
    const ticket = /^(.+)\.html$/.exec(request.params.file)?.[1]
    const accountId = ticket === undefined ? undefined : await verifyTicket(deps, copyOf(db.query), ticket)
    const copy = accountId === undefined ? undefined : await readCopy(db.query, accountId)
    if (!copy) throw new ApiError('not-found')
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="kaizhang-${dayOf(clock())}.html"`,
      })
      .type('text/html; charset=utf-8')
      .send(renderCopy(withoutHidden(copy, content), clock()))
  })
}
