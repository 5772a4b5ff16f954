import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteBody } from '@/contract/routes'
import { dayOf } from '@/domain/day'
import type { OrderSummary } from '@/domain/order/order'
import { MAX_SHEET_ORDERS } from '@/domain/order/order-limits'
import type { Moved } from '@/domain/payment/money-month'
import { orderSheetWords } from '@/locales/order/order-sheet'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import { resolveOrigin } from '../../http/origin'
import { XLSX_TYPE } from '../../spreadsheet'
import type { Content } from '../content/content'
import { readMoved } from '../ledger/read-moved'
import { mustFindShop } from '../shops/store'
import { createShopTicket, TICKET_MS, verifyShopTicket } from '../tickets/ticket'
import { orderSheet, type SheetOrders } from './order-sheet'
import { ordersPage } from './store'

type SheetFilter = RouteBody<'POST /api/shops/:shopId/orders/sheets'>

/** The filter in an address: a part without a filter is "all". */
const pathOf = ({ state, day, month, fulfilment, payment, slotDay, buyer, waybill }: SheetFilter): string =>
  [state, day, month, fulfilment, payment, slotDay, buyer, waybill].map((part) => part ?? 'all').join('.')

const PATH =
  /^(all|[a-z-]+)\.(all|\d{4}-\d{2}-\d{2})\.(all|\d{4}-\d{2})\.(all|[a-z-]+)\.(all|paid|due)\.(all|\d{4}-\d{2}-\d{2})\.(all|[0-9A-Z]{26})\.(all|missing)$/

/** Reads the filter of an address that a ticket was issued for, so its parts are valid. */
function filterOf(path: string): SheetFilter | undefined {
  const [, state, day, month, fulfilment, payment, slotDay, buyer, waybill] = PATH.exec(path) ?? []
  if (state === undefined) return undefined
  const all = { state, day, month, fulfilment, payment, slotDay, buyer, waybill }
  const parts = Object.entries(all).filter(([, value]) => value !== 'all')
  return Object.fromEntries(parts) as SheetFilter
}

/** The kind of the tickets that open the sheet of a path. */
const sheetFile = (path: string) => `orders-${path}`

async function readOrders(
  { db, clock }: AppDependencies,
  shopId: string,
  filter: SheetFilter,
): Promise<SheetOrders> {
  const orders: OrderSummary[] = []
  const moved = new Map<string, Moved>()
  let cursor: string | undefined
  do {
    const query = { ...filter, limit: 100, ...(cursor === undefined ? {} : { cursor }) }
    const page = await ordersPage(db.query, shopId, query, clock())
    orders.push(...page.items)
    const ids = page.items.map(({ id }) => id)
    for (const [id, ofOrder] of await readMoved(db.query, shopId, ids)) moved.set(id, ofOrder)
    cursor = page.next
  } while (cursor !== undefined && orders.length < MAX_SHEET_ORDERS)
  return { orders, moved, isCut: cursor !== undefined }
}

/** Issues the link to a spreadsheet of the orders that match a filter. */
export async function linkOrderSheet(
  deps: AppDependencies,
  request: FastifyRequest,
  { shopId, accountId, filter }: { shopId: string; accountId: string; filter: SheetFilter },
): Promise<{ url: string; until: number }> {
  const until = deps.clock() + TICKET_MS
  const path = pathOf(filter)
  const ticket = await createShopTicket(deps, sheetFile(path), { shopId, accountId, until })
  return { url: `${resolveOrigin(deps.settings, request)}/order-sheets/${path}/${ticket}.xlsx`, until }
}

/** Serves orders as spreadsheets. A valid ticket is the only authorization. */
export function serveOrderSheets(
  app: FastifyInstance,
  deps: AppDependencies,
  { content, limits }: { content: Content; limits: Limits },
): void {
  const { db, clock } = deps
  app.get<{ Params: { path: string; file: string } }>('/order-sheets/:path/:file', async (request, reply) => {
    await limits.visit('POST /api/shops/:shopId/orders/sheets', request)
    const { path, file } = request.params
    const ticket = /^(.+)\.xlsx$/.exec(file)?.[1]
    const filter = filterOf(path)
    const shopId =
      ticket === undefined || !filter ? undefined : await verifyShopTicket(deps, sheetFile(path), ticket)
    if (shopId === undefined || !filter) throw new ApiError('not-found')
    const { slug } = await mustFindShop(db.query, shopId)
    const { orders, ...more } = await readOrders(deps, shopId, filter)
    const shown = content.show('GET /api/shops/:shopId/orders', { items: orders }, 'shop')
    const sheet = await orderSheet({ orders: shown.items, ...more })
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="${orderSheetWords.file(slug, dayOf(clock()))}"`,
      })
      .type(XLSX_TYPE)
      .send(sheet)
  })
}
