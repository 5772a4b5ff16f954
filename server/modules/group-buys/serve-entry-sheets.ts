import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dayOf } from '@/domain/day'
import { ID_PATTERN } from '@/domain/id'
import { entrySheetWords } from '@/locales/group-buy/entry-sheet'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import { resolveOrigin } from '../../http/origin'
import { XLSX_TYPE } from '../../spreadsheet'
import type { Content } from '../content/content'
import { mustFindShop } from '../shops/store'
import { createShopTicket, TICKET_MS, verifyShopTicket } from '../tickets/ticket'
import { readAllEntries } from './entries'
import { entrySheet } from './entry-sheet'
import { type GroupBuyKey, mustFindGroupBuy, toGroupBuy } from './store'

const isId = new RegExp(ID_PATTERN)

const ROUTE = 'POST /api/shops/:shopId/group-buys/:groupBuyId/sheets'

/** The kind of the tickets that open the sheet of a group buy. */
const sheetFile = (groupBuyId: string) => `group-buy-${groupBuyId}`

/** Issues the link to a spreadsheet of the entries of a group buy. */
export async function linkEntrySheet(
  deps: AppDependencies,
  request: FastifyRequest,
  { shopId, groupBuyId, accountId }: GroupBuyKey & { accountId: string },
): Promise<{ url: string; until: number }> {
  await mustFindGroupBuy(deps.db.query, { shopId, groupBuyId })
  const until = deps.clock() + TICKET_MS
  const ticket = await createShopTicket(deps, sheetFile(groupBuyId), { shopId, accountId, until })
  return {
    url: `${resolveOrigin(deps.settings, request)}/group-buy-sheets/${groupBuyId}/${ticket}.xlsx`,
    until,
  }
}

/** Serves the entries of group buys as spreadsheets. A valid ticket is the only authorization. */
export function serveEntrySheets(
  app: FastifyInstance,
  deps: AppDependencies,
  { content, limits }: { content: Content; limits: Limits },
): void {
  const { db, clock } = deps
  app.get<{ Params: { groupBuyId: string; file: string } }>(
    '/group-buy-sheets/:groupBuyId/:file',
    async (request, reply) => {
      await limits.visit(ROUTE, request)
      const { groupBuyId, file } = request.params
      const ticket = /^(.+)\.xlsx$/.exec(file)?.[1]
      const shopId =
        ticket === undefined || !isId.test(groupBuyId)
          ? undefined
          : await verifyShopTicket(deps, sheetFile(groupBuyId), ticket)
      if (shopId === undefined) throw new ApiError('not-found')
      const { slug } = await mustFindShop(db.query, shopId)
      const key = { shopId, groupBuyId }
      const groupBuy = await toGroupBuy(db.query, await mustFindGroupBuy(db.query, key))
      const { items } = content.show(
        'GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders',
        { items: await readAllEntries(db.query, key) },
        'shop',
      )
      return reply
        .headers({
          'cache-control': 'private, no-store',
          'content-disposition': `attachment; filename="${entrySheetWords.file(slug, dayOf(clock()))}"`,
        })
        .type(XLSX_TYPE)
        .send(await entrySheet(groupBuy, items))
    },
  )
}
