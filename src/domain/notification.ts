import { type AfterSaleState, openClaims } from './after-sale'
import { OFFSET_MINUTES } from './day'
import type { Fulfilment } from './fulfilment'
import type { Order } from './order'
import type { Actor } from './transitions'

/** Events that the owners of a shop are notified of. */
export const shopEvents = [
  ...(['new-order', 'cancel-asked', 'change-asked', 'claim', 'expiring', 'low-stock'] as const),
] as const
export type ShopEvent = (typeof shopEvents)[number]

/** Events that a buyer is notified of. */
export const buyerEvents = [
  ...(['accepted', 'change-answered', 'sent', 'ready', 'cancelled', 'refunded'] as const),
] as const

/** `test` is a message that a person requests to see that messages arrive. */
export const notificationEvents = [...shopEvents, ...buyerEvents, 'test'] as const
export type NotificationEvent = (typeof notificationEvents)[number]

export const isShopEvent = (event: NotificationEvent): event is ShopEvent =>
  shopEvents.some((one) => one === event)

/** The ways in which messages reach a person whose app is closed. */
export const channelKinds = ['push', 'wechat', 'sms'] as const
export type ChannelKind = (typeof channelKinds)[number]

const HOUR_MS = 3_600_000

/** How long a message is worth sending, in ms. */
export const lifetimes: Record<NotificationEvent, number> = {
  'new-order': 24 * HOUR_MS,
  'cancel-asked': 24 * HOUR_MS,
  'change-asked': 24 * HOUR_MS,
  claim: 24 * HOUR_MS,
  expiring: 6 * HOUR_MS,
  'low-stock': 24 * HOUR_MS,
  accepted: 24 * HOUR_MS,
  'change-answered': 24 * HOUR_MS,
  sent: 24 * HOUR_MS,
  ready: 48 * HOUR_MS,
  cancelled: 72 * HOUR_MS,
  refunded: 72 * HOUR_MS,
  test: 300_000,
}

/** Owners are notified this long before an order expires, in ms. */
export const EXPIRY_WARNING_MS = 6 * HOUR_MS

/** Messages of one event to one channel come at this distance at least, in ms; what happens in between is sent as one message. */
export const GROUP_MS = 60_000

type States = Pick<Order, 'state' | 'payment' | 'afterSale'> & { fulfilment: Fulfilment }
type Changeable = States & Partial<Pick<Order, 'changeRequest'>>

const waitsForOwner = (state: AfterSaleState): boolean => openClaims.some((open) => open === state)

/** The events of a step of an order from one state to another. */
export function eventsOfStep(before: States, after: States, actor: Actor): NotificationEvent[] {
  const events: NotificationEvent[] = []
  if (before.payment.state === 'pending' && after.payment.state === 'paid') events.push('new-order')
  if (after.afterSale !== before.afterSale) {
    if (after.afterSale === 'cancel-asked' && actor === 'buyer') events.push('cancel-asked')
    if (waitsForOwner(after.afterSale) && actor === 'buyer') events.push('claim')
  }
  if (after.state !== before.state) {
    if (after.state === 'accepted') events.push('accepted')
    if (before.state === 'accepted' && after.state === 'underway')
      events.push(after.fulfilment === 'pickup' ? 'ready' : 'sent')
    if (after.state === 'cancelled' && actor !== 'buyer') events.push('cancelled')
  }
  if (isReturned(after) && !isReturned(before)) events.push('refunded')
  return events
}

/** Whether the buyer has got money back. */
const isReturned = ({ payment, afterSale }: States): boolean =>
  payment.state === 'refunded' || (afterSale === 'settled' && payment.state !== 'void')

/** Whether a message about an order is still true and therefore sent. */
export function isStillTrue(event: NotificationEvent, order: Changeable): boolean {
  switch (event) {
    case 'new-order':
    case 'expiring':
      return order.state === 'placed' && order.payment.state !== 'pending'
    case 'cancel-asked':
      return order.afterSale === 'cancel-asked'
    case 'change-asked':
      return order.changeRequest?.state === 'asked'
    case 'claim':
      return waitsForOwner(order.afterSale)
    case 'accepted':
      return order.state === 'accepted'
    case 'sent':
    case 'ready':
      return order.state === 'underway'
    case 'cancelled':
      return order.state === 'cancelled'
    default:
      return true
  }
}

/** Hours without messages, in minutes since midnight in China. When both are equal, messages come at any hour. */
export interface QuietHours {
  from: number
  until: number
}

const DAY_MINUTES = 1440

/** From ten in the evening to six in the morning. */
export const DEFAULT_QUIET_HOURS: QuietHours = { from: 22 * 60, until: 6 * 60 }

/** The end (epoch ms) of the quiet hours that a moment is in; `undefined` for a moment outside of them. */
export function quietEnd({ from, until }: QuietHours, now: number): number | undefined {
  const minute = Math.floor(now / 60_000 + OFFSET_MINUTES) % DAY_MINUTES
  const length = (until - from + DAY_MINUTES) % DAY_MINUTES
  const passed = (minute - from + DAY_MINUTES) % DAY_MINUTES
  if (passed >= length) return undefined
  const startOfMinute = now - (now % 60_000)
  return startOfMinute + (length - passed) * 60_000
}
