import { OFFSET_MINUTES } from './day'
import type { AfterSaleState } from './order/after-sale'
import { REMIND } from './order/claim'
import type { Fulfilment } from './order/fulfilment'
import { EXPIRE, type Order, type OrderEvent, unsentStates } from './order/order'
import { isUndo, isUndoable } from './order/undo-step'
import { isPaidInPerson } from './payment/payment'
import { CLAIM_REFUND_FAILED, failedRefundsOf, REFUND_FAILED, RETURN_BY_HAND } from './payment/refund'

export const shopEvents = [
  ...(['new-order', 'cancel-asked', 'change-asked', 'claim', 'refund-failed'] as const),
  ...(['expiring', 'low-stock', 'expired', 'card-made', 'card-asked', 'content-hidden'] as const),
  'group-buy-short',
] as const
export type ShopEvent = (typeof shopEvents)[number]

export const buyerEvents = [
  ...(['accepted', 'change-answered', 'sent', 'ready', 'reserved', 'resent'] as const),
  ...(['answered', 'cancelled', 'refunded', 'undone', 'pay-now'] as const),
] as const

/** `test` is a message that a person requests to see that messages arrive. */
export const notificationEvents = [...shopEvents, ...buyerEvents, 'test'] as const
export type NotificationEvent = (typeof notificationEvents)[number]

/** Templates of these events in a mini-program take another event that none of its templates names. */
export const takenAlike: Partial<Record<NotificationEvent, readonly NotificationEvent[]>> = {
  expired: ['expiring'],
  undone: ['accepted', 'sent', 'ready', 'reserved'],
}

/** True for events of a shop's paper card: it was made, or somebody shows it with the right pictures and gets the shop after a wait. */
export const isCardEvent = (event: NotificationEvent): boolean =>
  event === 'card-made' || event === 'card-asked'

/** True for events about a shop itself rather than its orders or goods. */
export const isAboutShop = (event: NotificationEvent): boolean =>
  isCardEvent(event) || event === 'content-hidden'

/** True for messages that are sent in quiet hours, too: a test, and one about a wait that may be over before the morning. */
export const isUrgent = (event: NotificationEvent): boolean => event === 'test' || event === 'card-asked'

export const isShopEvent = (event: NotificationEvent): event is ShopEvent =>
  shopEvents.some((one) => one === event)

/** The ways in which messages reach a person whose app is closed. */
export const channelKinds = ['push', 'wechat', 'sms'] as const
export type ChannelKind = (typeof channelKinds)[number]

const HOUR_MS = 3_600_000

/** The time for which a message is worth sending, in ms. */
export const lifetimes: Record<NotificationEvent, number> = {
  'new-order': 24 * HOUR_MS,
  'cancel-asked': 24 * HOUR_MS,
  'change-asked': 24 * HOUR_MS,
  claim: 24 * HOUR_MS,
  'refund-failed': 72 * HOUR_MS,
  expiring: 6 * HOUR_MS,
  expired: 24 * HOUR_MS,
  'low-stock': 24 * HOUR_MS,
  'card-made': 72 * HOUR_MS,
  'card-asked': 24 * HOUR_MS,
  'content-hidden': 72 * HOUR_MS,
  'group-buy-short': 24 * HOUR_MS,
  accepted: 24 * HOUR_MS,
  'change-answered': 24 * HOUR_MS,
  sent: 24 * HOUR_MS,
  ready: 48 * HOUR_MS,
  reserved: 24 * HOUR_MS,
  resent: 24 * HOUR_MS,
  answered: 72 * HOUR_MS,
  cancelled: 72 * HOUR_MS,
  refunded: 72 * HOUR_MS,
  undone: 24 * HOUR_MS,
  'pay-now': 24 * HOUR_MS,
  test: 300_000,
}

/** Owners are notified this long before an order expires, in ms; before quiet hours even earlier. */
const EXPIRY_WARNING_MS = 6 * HOUR_MS

/** Messages of one event to one channel come at this distance at least, in ms; what happens in between is sent as one message. */
export const GROUP_MS = 60_000

type States = Pick<Order, 'state' | 'payment' | 'afterSale'> & { fulfilment: Fulfilment }
type Changeable = States & Partial<Pick<Order, 'changeRequest' | 'history'>>

/** The states of a claim that its owner answers. */
const unansweredClaims: readonly AfterSaleState[] = ['asked', 'return-asked', 'resend-asked', 'sent-back']

/** The states in which a buyer's request is answered. A refund to the payer's account is announced only once it has arrived. */
const answeredStates: readonly AfterSaleState[] = [
  ...(['offered', 'returning', 'resending', 'declined', 'cancel-declined'] as const),
]

/** The states of a claim in which its owner has to act. */
const waitingForOwner: readonly AfterSaleState[] = [...unansweredClaims, 'resending']

/** The states that wait for the buyer. */
const waitingForBuyer: readonly AfterSaleState[] = ['offered', 'returning']

const isAnswered = ({ afterSale, payment }: Pick<States, 'afterSale' | 'payment'>): boolean =>
  answeredStates.includes(afterSale) || (afterSale === 'agreed' && isPaidInPerson(payment.method))

/** True if the last step forward or back was one back. */
const wasUndone = ({ history = [] }: Pick<Changeable, 'history'>): boolean => {
  const steps = history.map(({ action }) => action).filter((action) => isUndo(action) || isUndoable(action))
  return isUndo(steps.at(-1) ?? '')
}

/** The event that a buyer is notified of when the order is underway. */
const underwayEvents: Record<Fulfilment, NotificationEvent> = {
  local: 'sent',
  courier: 'sent',
  pickup: 'ready',
  'on-site': 'reserved',
}

/** The event by which a buyer is notified that an order has reached its state. */
export const eventOfState = ({
  state,
  fulfilment,
}: Pick<States, 'state' | 'fulfilment'>): NotificationEvent | undefined =>
  state === 'accepted' ? 'accepted' : state === 'underway' ? underwayEvents[fulfilment] : undefined

/** The events of a step that takes an order from one state to another. */
export function eventsOfStep(
  before: States,
  after: States,
  { by: actor, action }: Pick<OrderEvent, 'by' | 'action'>,
): NotificationEvent[] {
  if (action === REMIND) return eventsOfReminder(after)
  if (action === REFUND_FAILED || action === CLAIM_REFUND_FAILED) return ['refund-failed']
  // it is announced to a buyer who has read of the undone step
  if (isUndo(action)) return []
  const events: NotificationEvent[] = []
  const isNew = after.payment.state === 'paid' || after.payment.state === 'due'
  if (before.payment.state === 'pending' && isNew) events.push('new-order')
  if (after.afterSale !== before.afterSale) {
    if (after.afterSale === 'cancel-asked' && actor === 'buyer') events.push('cancel-asked')
    if (unansweredClaims.includes(after.afterSale) && actor === 'buyer') events.push('claim')
    if (before.afterSale === 'resending' && after.afterSale === 'settled') events.push('resent')
    // sending an order also declines to cancel it
    if (actor !== 'buyer' && after.state === before.state && isAnswered(after)) events.push('answered')
  }
  if (after.state !== before.state) {
    const reached =
      before.state === 'placed' || unsentStates.includes(before.state) ? eventOfState(after) : undefined
    if (reached) events.push(reached)
    if (after.state === 'cancelled' && actor !== 'buyer') events.push('cancelled')
    if (action === EXPIRE) events.push('expired')
  }
  if (action === RETURN_BY_HAND || returnsMoney(before, after)) events.push('refunded')
  return events
}

/** The one who has to act is notified again. */
function eventsOfReminder({ afterSale }: States): NotificationEvent[] {
  if (afterSale === 'cancel-asked') return ['cancel-asked']
  if (waitingForOwner.includes(afterSale)) return ['claim']
  return waitingForBuyer.includes(afterSale) ? ['answered'] : []
}

/** True if a step returns all money of an order, or the amount granted for a claim. */
const returnsMoney = (before: States, after: States): boolean =>
  (after.payment.state === 'refunded' && before.payment.state !== 'refunded') ||
  (after.afterSale === 'settled' && before.afterSale === 'agreed')

/** True if a message about an order still applies, and is therefore sent. */
export function isStillTrue(event: NotificationEvent, order: Changeable): boolean {
  switch (event) {
    case 'new-order':
    case 'expiring':
      return order.state === 'placed' && order.payment.state !== 'pending'
    case 'cancel-asked':
      return order.afterSale === 'cancel-asked'
    case 'change-asked':
      return order.changeRequest?.state === 'asked'
    case 'change-answered':
      return order.changeRequest?.state !== 'asked'
    case 'claim':
      return waitingForOwner.includes(order.afterSale)
    case 'refund-failed':
      return failedRefundsOf(order.history ?? []) > 0
    case 'accepted':
      return unsentStates.includes(order.state)
    case 'sent':
    case 'ready':
    case 'reserved':
      return order.state === 'underway'
    case 'resent':
      return order.afterSale === 'settled'
    case 'answered':
      return isAnswered(order)
    case 'pay-now':
      return order.state === 'placed' && order.payment.state === 'pending'
    case 'cancelled':
    case 'expired':
      return order.state === 'cancelled'
    case 'undone':
      return order.state !== 'cancelled' && wasUndone(order)
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

/** Quiet hours that begin within this time are close; three sweeps for expiring orders fall into it. In ms. */
const BEFORE_QUIET_MS = HOUR_MS / 2

/** No owner is warned earlier than this before an order expires, in ms. */
export const LONGEST_EXPIRY_WARNING_MS = BEFORE_QUIET_MS + 25 * HOUR_MS

/**
 * Until which expiry (epoch ms) owners with these quiet hours are warned of orders. When the quiet hours are close, it is an hour after
 * their end: a warning in them would wait until it is too late.
 */
export function warnedUntil(quiet: QuietHours, now: number): number {
  const end = quietEnd(quiet, now + BEFORE_QUIET_MS)
  return Math.max(now + EXPIRY_WARNING_MS, end === undefined ? 0 : end + HOUR_MS)
}
