import type { RouteReply } from '@/contract/routes'

export type Today = RouteReply<'GET /api/shops/:shopId/today'>
export type ToDo =
  | 'no-products'
  | 'waiting'
  | 'none-waiting'
  | 'refunds'
  | 'cancel-requests'
  | 'accepted'
  | 'expired'
  | 'underway'
  | 'low-stock'
  | 'no-phone'
  | 'key'
  | 'no-place'
  | 'closed'
  | 'share'

const anySold = (today: Today): boolean => today.days.some(({ orders }) => orders > 0)

interface ShopNow {
  hasPhone: boolean
  keySaved: boolean
  /** The shop says where it is, or its owner chose not to. */
  placeDecided: boolean
  closed: boolean
}

/** What there is to do, the most pressing first; a shop that nobody orders from is to be passed on, unless it rests. */
export function toDos(today: Today, { hasPhone, keySaved, placeDecided, closed }: ShopNow): ToDo[] {
  const list: ToDo[] = []
  if (today.products === 0) list.push('no-products')
  if (today.waiting > 0) list.push('waiting')
  if (today.expired) list.push('expired')
  if (today.openRefunds > 0) list.push('refunds')
  if (today.cancelRequests > 0) list.push('cancel-requests')
  if (today.accepted > 0) list.push('accepted')
  if (today.underway > 0) list.push('underway')
  if (today.lowStock > 0) list.push('low-stock')
  if (closed) list.push('closed')
  if (!hasPhone) list.push('no-phone')
  if (!keySaved) list.push('key')
  if (!placeDecided) list.push('no-place')
  const orders = today.waiting + today.accepted + today.underway + today.openRefunds + today.cancelRequests
  const isNew = orders === 0 && !anySold(today)
  if (isNew && !closed && today.products > 0) list.unshift('share')
  // the place of the next order, which then moves nothing of what is being looked at
  if (!isNew && today.waiting === 0) list.unshift('none-waiting')
  return list
}

/** The days to draw, each with its height between 0 and 1; none where nothing was sold. */
export function barsOf(today: Today): { day: string; total: number; height: number }[] {
  const most = Math.max(0, ...today.days.map(({ total }) => total))
  if (most === 0) return []
  return today.days.map(({ day, total }) => ({ day, total, height: total / most }))
}
