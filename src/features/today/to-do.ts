import type { RouteReply } from '@/contract/routes'
import type { Shop } from '@/domain/shop/shop'

export type Today = RouteReply<'GET /api/shops/:shopId/today'>

type Rule = (today: Today, shop: Shop) => unknown

/** What an owner may have to do, most pressing first, and when it is to be done. */
const rules = {
  // what may cost her the shop
  'paper-card': ({ paperCard }) => paperCard?.dueAt !== undefined,
  blocked: ({ blocked }) => blocked,
  'hidden-parts': ({ hiddenParts }) => hiddenParts,
  message: ({ message }) => message,
  'shop-closed': (_, { closedAt }) => closedAt !== undefined,
  practice: (_, { practiceUntil }) => practiceUntil !== undefined,
  // what buyers wait for, and silence decides
  refunds: ({ openRefunds }) => openRefunds > 0,
  'cancel-requests': ({ cancelRequests }) => cancelRequests > 0,
  'change-requests': ({ changeRequests }) => changeRequests,
  // money that did not arrive
  'failed-refunds': ({ failedRefunds }) => failedRefunds,
  'refused-refunds': ({ refusedRefunds }) => refusedRefunds,
  'failed-payout': ({ failedPayout }) => failedPayout,
  application: ({ application }) => application,
  // orders, from the first step to the last
  waiting: ({ waiting }) => waiting > 0,
  accepted: ({ accepted }) => accepted > 0,
  'missing-waybills': ({ missingWaybills }) => missingWaybills,
  underway: ({ underway }) => underway > 0,
  expired: ({ expired }) => expired,
  // what can wait
  documents: ({ documents }) => documents,
  'own-app': ({ ownApp }) => ownApp,
  'locked-card': ({ paperCard }) => paperCard?.lockedUntil !== undefined,
  'low-stock': ({ lowStock }) => lowStock > 0,
  // a shop without goods has nothing else to do
  'no-products': ({ products }) => products === 0,
} as const satisfies Record<string, Rule>

export type ToDo = keyof typeof rules

/** The owner's to-dos, most pressing first. */
export const listToDos = (today: Today, shop: Shop): ToDo[] =>
  (Object.keys(rules) as ToDo[]).filter((toDo) => (rules[toDo] as Rule)(today, shop))

/** True if nothing was sold for seven days. */
export const isUnsold = ({ days }: Today): boolean => days.every(({ orders }) => orders === 0)

/** The days of the chart, each with its relative height from 0 to 1; empty if nothing was sold. */
export function salesBars(today: Today): { day: string; total: number; height: number }[] {
  const max = Math.max(0, ...today.days.map(({ total }) => total))
  if (max === 0) return []
  return today.days.map(({ day, total }) => ({ day, total, height: total / max }))
}
