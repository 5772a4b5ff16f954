import type { RouteName, RouteReply } from '@/contract/routes'
import { FIRST_VERSION, SECOND_VERSION } from './client-version'
import { toFirstMyOrder, toFirstOrder, toFirstToday } from './first-release'
import { withoutLaterMessages } from './later-events'
import { toSecondHelp, toSecondOrder, toSecondParts } from './second-release'

type Order = RouteReply<'GET /api/shops/:shopId/orders'>['items'][number]
type Translations = { [N in RouteName]?: (answer: RouteReply<N>) => unknown }

/** The routes that answer orders. */
const ofOrders = (translate: (order: Order) => unknown): Translations => ({
  'PUT /api/shops/:shopId/orders/:orderId': translate,
  'PUT /api/shops/:shopId/orders/:orderId/claims/:claimId': translate,
  'PUT /api/shops/:shopId/orders/:orderId/details': translate,
  'PUT /api/shops/:shopId/orders/:orderId/change-requests/:requestId': translate,
  'DELETE /api/shops/:shopId/orders/:orderId/change-requests/:requestId': translate,
  'POST /api/shops/:shopId/orders/:orderId/change-requests/:requestId/answers': translate,
  'POST /api/shops/:shopId/orders/:orderId/steps': translate,
  'POST /api/shops/:shopId/orders/answers': ({ items, ...answer }) => ({
    ...answer,
    items: items.map(translate),
  }),
  'GET /api/shops/:shopId/orders': ({ items, ...page }) => ({ ...page, items: items.map(translate) }),
  'GET /api/shops/:shopId/orders/:orderId': ({ order, ...view }) => ({ ...view, order: translate(order) }),
})

/** Replies that apps of a release read otherwise than today's, by the version of the API that they speak. */
const translations: Record<number, Translations> = {
  [FIRST_VERSION]: {
    ...ofOrders(toFirstOrder),
    'GET /api/me/channels': withoutLaterMessages,
    'GET /api/me/orders': ({ items, ...page }) => ({ ...page, items: items.map(toFirstMyOrder) }),
    'GET /api/shops/:shopId/today': toFirstToday,
  },
  [SECOND_VERSION]: {
    ...ofOrders(toSecondOrder),
    'GET /api/me/channels': withoutLaterMessages,
    'GET /api/shops/:shopId': ({ help, ...shop }) => ({
      ...shop,
      ...(help ? { help: toSecondHelp(help) } : {}),
    }),
    'GET /api/shops/:shopId/helps': ({ helps }) => ({ helps: helps.map(toSecondHelp) }),
    'GET /api/centres/:centre/helps': ({ items, ...page }) => ({ ...page, items: items.map(toSecondHelp) }),
    'POST /api/handover-codes/read': ({ parts, ...handover }) => ({
      ...handover,
      ...(parts ? { parts: toSecondParts(parts) } : {}),
    }),
    'POST /api/handover-codes/accept': (taken) =>
      taken.kind === 'help' ? { ...taken, help: toSecondHelp(taken.help) } : taken,
  },
}

/** Returns the translation of a route's serialized reply; `undefined` when a client of this version reads the reply as it is. */
export function translationOf(version: number, name: RouteName): ((text: string) => string) | undefined {
  const translate = translations[version]?.[name] as ((answer: unknown) => unknown) | undefined
  return translate && ((text) => JSON.stringify(translate(JSON.parse(text))))
}

const isOrder = (value: unknown): value is Order =>
  typeof value === 'object' && value !== null && 'afterSale' in value && 'lines' in value

/** The present state in a failure, which is an order where a step was rejected. */
export function currentFor(version: number, current: unknown): unknown {
  if (!isOrder(current)) return current
  if (version === FIRST_VERSION) return toFirstOrder(current)
  return version === SECOND_VERSION ? toSecondOrder(current) : current
}
