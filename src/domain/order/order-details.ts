import type { Static } from '@sinclair/typebox'
import type { ChangeRequestShape, OrderDetailsShape } from '@/contract/order/order-details'
import type { FieldError } from '../failure'
import { type Order, unsentStates } from './order'
import { receiverErrors } from './order-request'

export const changeRequestStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const

/** The maximum number of changes that a buyer may make to an order, and of requests to change it. */
export const MAX_DETAIL_CHANGES = 20

/** The details of an order that its buyer may change: receiver, note and slot. Goods, price and fulfilment stay. */
export type OrderDetails = Static<typeof OrderDetailsShape>

/** A buyer's request to change an order that the shop has accepted. */
export type ChangeRequest = Static<typeof ChangeRequestShape>

/** The events of changes in an order's history. */
export const CHANGE_DETAILS = 'change-details'
export const ASK_CHANGE = 'ask-change'
export const ACCEPT_CHANGE = 'accept-change'
export const DECLINE_CHANGE = 'decline-change'
export const WITHDRAW_CHANGE = 'withdraw-change'

type Changeable = Pick<Order, 'state' | 'gathering' | 'changeRequest'>

export const detailsOf = ({ receiver, note, slot }: OrderDetails): OrderDetails => ({
  receiver: {
    name: receiver.name,
    phone: receiver.phone,
    ...(receiver.address === undefined ? {} : { address: receiver.address }),
  },
  ...(note === undefined ? {} : { note }),
  ...(slot ? { slot: { day: slot.day, part: slot.part } } : {}),
})

export const isSameDetails = (a: OrderDetails, b: OrderDetails): boolean =>
  JSON.stringify(detailsOf(a)) === JSON.stringify(detailsOf(b))

/** The details of an order after a change; a change without a slot keeps that of the order. */
export const withDetails = ({ slot }: Pick<Order, 'slot'>, details: OrderDetails): OrderDetails =>
  detailsOf({ ...(slot ? { slot } : {}), ...details })

/** The change that the buyer can make now: `direct` until the shop accepts the order, `ask` until it is sent, one request at a time. */
export function changeOf({ state, gathering, changeRequest }: Changeable): 'direct' | 'ask' | undefined {
  // an entry of a group buy is changed there
  if (gathering) return undefined
  if (state === 'placed') return 'direct'
  return unsentStates.includes(state) && changeRequest?.state !== 'asked' ? 'ask' : undefined
}

/** True while the shop has not answered the buyer's request to change the order, and the buyer has not withdrawn it. */
export const isChangeRequested = ({ changeRequest }: Pick<Order, 'changeRequest'>): boolean =>
  changeRequest?.state === 'asked'

/** The errors of details that are visible without the shop's data. */
export const detailsErrors = (
  { receiver }: OrderDetails,
  { fulfilment }: Pick<Order, 'fulfilment'>,
): FieldError[] => receiverErrors(receiver, fulfilment)
