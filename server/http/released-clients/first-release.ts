import type { RouteName, RouteReply } from '@/contract/routes'
import type { AfterSaleState } from '@/domain/after-sale'
import type { OrderState } from '@/domain/order'

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
export const widenFilter = <Q extends { state?: OrderState; afterSale?: AfterSaleState | 'open' }>(
  query: Q,
) => ({
  ...query,
  ...(query.state ? { states: statesBehind(firstStates, query.state) } : {}),
  ...(query.afterSale ? { afterSales: statesBehind(firstAfterSales, query.afterSale) } : {}),
})

type Order = RouteReply<'GET /api/shops/:shopId/orders'>['items'][number]

/** An order in the states of the first release; lists of today have no history. */
export const toFirstOrder = (order: Order) => ({
  history: [],
  ...order,
  state: firstStates[order.state],
  afterSale: firstAfterSales[order.afterSale],
})

type Translations = { [N in RouteName]?: (answer: RouteReply<N>) => unknown }

/** Replies that the first release reads otherwise than today's apps. */
const translations: Translations = {
  'GET /api/me/orders': ({ items, ...page }) => ({
    ...page,
    items: items.map((order) => ({
      ...order,
      state: firstStates[order.state],
      afterSale: firstAfterSales[order.afterSale],
    })),
  }),
  'PUT /api/shops/:shopId/orders/:orderId': toFirstOrder,
  'POST /api/shops/:shopId/orders/:orderId/steps': toFirstOrder,
  'GET /api/shops/:shopId/orders': ({ items, ...page }) => ({ ...page, items: items.map(toFirstOrder) }),
  'GET /api/shops/:shopId/orders/:orderId': ({ order, ...view }) => ({ ...view, order: toFirstOrder(order) }),
  'GET /api/shops/:shopId/today': (today) => ({
    ...today,
    waiting: today.waiting + today.accepted,
    openRefunds: today.openRefunds + today.cancelRequests,
  }),
}

/** Returns the translation of a route's serialized reply for the first release; `undefined` when it reads the reply as it is. */
export function firstReplyOf(name: RouteName): ((text: string) => string) | undefined {
  const translate = translations[name] as ((answer: unknown) => unknown) | undefined
  return translate && ((text) => JSON.stringify(translate(JSON.parse(text))))
}

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'afterSale' in value && 'lines' in value

/** The present state in a failure, which is an order where a step was rejected. */
export const toFirstCurrent = (current: unknown): unknown =>
  isOrder(current) ? toFirstOrder(current) : current
