import type { FastifyInstance } from 'fastify'
import type { StaffRole } from '@/domain/access'
import { CENTRE_PATTERN } from '@/domain/centre'
import { dayOf } from '@/domain/day'
import { figuresSheetWords } from '@/locales/payment/figures'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import type { Limits } from '../../http/limits/limits'
import { resolveOrigin } from '../../http/origin'
import { XLSX_TYPE } from '../../spreadsheet'
import { findRoleIn } from '../centres/store'
import { createTicket, TICKET_MS, type TicketKind, verifyTicket } from '../tickets/ticket'
import { figuresSheet } from './figures-sheet'
import { type FiguresScope, readFigures } from './read-figures'

/** A trainer sees the figures of her own lessons. */
const scopeOf = (centre: string, accountId: string, role: StaffRole): FiguresScope =>
  role === 'trainer' ? { centre, teacher: accountId } : { centre }

/** The figures of a centre for one of its people. Their ticket ends with the role. */
const figuresFile = (query: Query, centre: string): TicketKind => ({
  purpose: `figures-${centre}`,
  saltOf: (accountId) => findRoleIn(query, accountId, centre),
})

export const figureHandlers = (deps: AppDependencies) =>
  ({
    'GET /api/centres/:centre/figures': ({ params: { centre }, auth: { accountId, role } }) =>
      readFigures(deps, scopeOf(centre, accountId, role)),
    'POST /api/centres/:centre/figures/sheets': async ({ params: { centre }, auth, request }) => {
      const until = deps.clock() + TICKET_MS
      const kind = figuresFile(deps.db.query, centre)
      const ticket = await createTicket(deps, kind, { holder: auth.accountId, until })
      return { url: `${resolveOrigin(deps.settings, request)}/figures/${centre}/${ticket}.xlsx`, until }
    },
  }) satisfies Partial<Handlers>

const isCentre = new RegExp(CENTRE_PATTERN)

/** Serves figures as spreadsheets. A valid ticket is the only authorization. */
export function serveFigureSheets(app: FastifyInstance, deps: AppDependencies, limits: Limits): void {
  const { query } = deps.db
  app.get<{ Params: { centre: string; file: string } }>('/figures/:centre/:file', async (request, reply) => {
    await limits.visit('POST /api/centres/:centre/figures/sheets', request)
    const { centre, file } = request.params
    const ticket = /^(.+)\.xlsx$/.exec(file)?.[1]
    const accountId =
      ticket === undefined || !isCentre.test(centre)
        ? undefined
        : await verifyTicket(deps, figuresFile(query, centre), ticket)
    const role = accountId === undefined ? undefined : await findRoleIn(query, accountId, centre)
    if (accountId === undefined || role === undefined) throw new ApiError('not-found')
    const figures = await readFigures(deps, scopeOf(centre, accountId, role))
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${figuresSheetWords.file(centre, dayOf(deps.clock()))}"`,
      })
      .type(XLSX_TYPE)
      .send(await figuresSheet(figures))
  })
}
