import type { FastifyInstance } from 'fastify'
import { MONTH_PATTERN, type Month } from '@/domain/month'
import { summarizeMonth } from '@/domain/payment/money-month'
import { moneySheetWords } from '@/locales/payment/money'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import type { Limits } from '../../http/limits/limits'
import { resolveOrigin } from '../../http/origin'
import { XLSX_TYPE } from '../../spreadsheet'
import { mustFindShop } from '../shops/store'
import { createShopTicket, TICKET_MS, verifyShopTicket } from '../tickets/ticket'
import { readMoneyOrders } from './money-orders'
import { monthSheet } from './month-sheet'
import { readDueBuyers } from './read-due'
import { readMonth, readMovements } from './read-month'

/** The kind of the tickets that open a month. */
const monthFile = (month: Month) => `money-${month}`

export const moneyHandlers = (deps: AppDependencies) =>
  ({
    'GET /api/shops/:shopId/money/:month': ({ params: { shopId, month } }) =>
      readMonth(deps.db.query, shopId, month),
    'GET /api/shops/:shopId/money/:month/order-amounts': ({ params, query }) =>
      readMoneyOrders(deps.db.query, params, query),
    'GET /api/shops/:shopId/due-buyers': ({ params: { shopId }, query }) =>
      readDueBuyers(deps.db.query, shopId, query),
    'POST /api/shops/:shopId/money/:month/sheets': async ({ params, auth, request }) => {
      const { shopId, month } = params
      const until = deps.clock() + TICKET_MS
      const owner = { shopId, accountId: auth.accountId, until }
      const ticket = await createShopTicket(deps, monthFile(month), owner)
      return { url: `${resolveOrigin(deps.settings, request)}/money/${month}/${ticket}.xlsx`, until }
    },
  }) satisfies Partial<Handlers>

const isMonth = new RegExp(MONTH_PATTERN)

/** Serves months as spreadsheets. A valid ticket is the only authorization. */
export function serveMonthSheets(app: FastifyInstance, deps: AppDependencies, limits: Limits): void {
  const { db } = deps
  app.get<{ Params: { month: string; file: string } }>('/money/:month/:file', async (request, reply) => {
    await limits.visit('POST /api/shops/:shopId/money/:month/sheets', request)
    const { month, file } = request.params
    const ticket = /^(.+)\.xlsx$/.exec(file)?.[1]
    const shopId =
      ticket === undefined || !isMonth.test(month)
        ? undefined
        : await verifyShopTicket(deps, monthFile(month), ticket)
    if (shopId === undefined) throw new ApiError('not-found')
    const { slug } = await mustFindShop(db.query, shopId)
    const movements = await readMovements(db.query, shopId, month)
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${moneySheetWords.file(slug, month)}"`,
      })
      .type(XLSX_TYPE)
      .send(await monthSheet(summarizeMonth(month, movements), movements))
  })
}
