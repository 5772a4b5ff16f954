import type { RouteReply } from '@/contract/routes'
import type { AfterSaleState } from '@/domain/order/after-sale'
import type { OrderState } from '@/domain/order/order'
import { withoutLaterEvents } from './later-events'

/** The states of orders and claims that the first release knows. */
type FirstState = Exclude<OrderState, 'accepted'>
type FirstAfterSale = 'none' | 'asked' | 'agreed' | 'declined' | 'settled'

/** Accepted orders are placed ones there, which its next step sends. */
const firstStates: Record<OrderState, FirstState> = {
  placed: 'placed',
  accepted: 'placed',
  underway: 'underway',
  done: 'done',
  cancelled: 'cancelled',
}

const firstAfterSales: Record<AfterSaleState, FirstAfterSale> = {
  none: 'none',
  asked: 'asked',
  'return-asked': 'asked',
  'resend-asked': 'asked',
  offered: 'asked',
  returning: 'asked',
  'sent-back': 'asked',
  resending: 'asked',
  'cancel-asked': 'asked',
  agreed: 'agreed',
  declined: 'declined',
  'cancel-declined': 'declined',
  settled: 'settled',
}

/** The states of today that are one state of the first release. */
const statesBehind = <S extends string>(table: Record<S, string>, first: string): S[] =>
  (Object.keys(table) as S[]).filter((state) => table[state] === first)

/** The filter of a list of orders, as several states of today. */
export const widenFilter = <Q extends { state?: string; afterSale?: AfterSaleState | 'open' }>(query: Q) => ({
  ...query,
  ...(query.state ? { states: statesBehind(firstStates, query.state) } : {}),
  ...(query.afterSale ? { afterSales: statesBehind(firstAfterSales, query.afterSale) } : {}),
})

type Order = RouteReply<'GET /api/shops/:shopId/orders'>['items'][number]

/** An order in the states of the first release; lists of today have no history. */
export const toFirstOrder = (order: Order) => ({
  history: [],
  ...withoutLaterEvents(order),
  state: firstStates[order.state],
  afterSale: firstAfterSales[order.afterSale],
})

type MyOrder = RouteReply<'GET /api/me/orders'>['items'][number]

export const toFirstMyOrder = (order: MyOrder) => ({
  ...order,
  state: firstStates[order.state],
  afterSale: firstAfterSales[order.afterSale],
})

/** What waits for a seller: accepted orders look placed, and requests to cancel like claims. */
export const toFirstToday = (today: RouteReply<'GET /api/shops/:shopId/today'>) => ({
  ...today,
  waiting: today.waiting + today.accepted,
  openRefunds: today.openRefunds + today.cancelRequests,
})
