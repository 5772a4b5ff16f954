import type { RouteReply } from '@/contract/routes'

export type Today = RouteReply<'GET /api/shops/:shopId/today'>
export type ToDo =
  | 'no-products'
  | 'waiting'
  | 'none-waiting'
  | 'refunds'
  | 'failed-refunds'
  | 'refused-refunds'
  | 'missing-waybills'
  | 'application'
  | 'failed-payout'
  | 'cancel-requests'
  | 'change-requests'
  | 'accepted'
  | 'expired'
  | 'underway'
  | 'low-stock'
  | 'no-phone'
  | 'no-alerts'
  | 'few-alerts'
  | 'key'
  | 'no-place'
  | 'closed'
  | 'share'

const anySold = (today: Today): boolean => today.days.some(({ orders }) => orders > 0)

interface ShopSetup {
  hasPhone: boolean
  keySaved: boolean
  /** The shop has a place, or its owner has dismissed the question. */
  placeDecided: boolean
  closed: boolean
  /** Its owner declined notifications while the app is closed. */
  alertsSkipped?: boolean
  /** A practice shop has nobody to be shared with. */
  isPractice: boolean
}

/** The owner's to-dos, most pressing first. A shop without orders gets `share`, unless it is closed. */
export function listToDos(
  today: Today,
  { hasPhone, keySaved, placeDecided, closed, alertsSkipped, isPractice }: ShopSetup,
): ToDo[] {
  const list: ToDo[] = []
  if (today.products === 0) list.push('no-products')
  if (today.waiting > 0) list.push('waiting')
  if (today.expired) list.push('expired')
  if (today.failedRefunds) list.push('failed-refunds')
  if (today.refusedRefunds) list.push('refused-refunds')
  if (today.cancelRequests > 0) list.push('cancel-requests')
  if (today.changeRequests) list.push('change-requests')
  if (today.accepted > 0) list.push('accepted')
  if (today.missingWaybills) list.push('missing-waybills')
  if (today.application) list.push('application')
  if (today.failedPayout) list.push('failed-payout')
  if (today.underway > 0) list.push('underway')
  if (today.lowStock > 0) list.push('low-stock')
  if (today.unreachable && !alertsSkipped && !isPractice) list.push('no-alerts')
  if (today.remainingAlerts !== undefined && !isPractice) list.push('few-alerts')
  if (closed) list.push('closed')
  if (!hasPhone) list.push('no-phone')
  if (!keySaved) list.push('key')
  if (!placeDecided) list.push('no-place')
  const orders = today.waiting + today.accepted + today.underway + today.openRefunds + today.cancelRequests
  const isNew = orders === 0 && !anySold(today)
  if (isNew && !closed && !isPractice && today.products > 0) list.unshift('share')
  // holds the place of the next order's card, so that a new order shifts nothing on the screen
  if (!isNew && today.waiting === 0) list.unshift('none-waiting')
  // silence decides a claim
  if (today.openRefunds > 0) list.unshift('refunds')
  return list
}

/** The days of the chart, each with its relative height from 0 to 1; empty if nothing was sold. */
export function salesBars(today: Today): { day: string; total: number; height: number }[] {
  const max = Math.max(0, ...today.days.map(({ total }) => total))
  if (max === 0) return []
  return today.days.map(({ day, total }) => ({ day, total, height: total / max }))
}
