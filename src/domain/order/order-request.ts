import { addDays, type Day, isDay } from '../day'
import type { FieldError } from '../failure'
import type { Fen } from '../money'
import type { PaymentMethod } from '../payment/payment'
import type { CartLine } from '../product/cart'
import { invalidReceiverFields, type Receiver } from '../receiver/receiver'
import { canHaveSlots, type Slot } from './delivery-slot'
import { type Fulfilment, needsDate } from './fulfilment'

/** A buyer's request for an order. The server prices it; `seenTotal` is the total that the buyer saw. */
export interface OrderRequest {
  lines: CartLine[]
  fulfilment: { kind: Fulfilment }
  receiver: Receiver
  payment: { method: PaymentMethod }
  seenTotal: Fen
  note?: string
  slot?: Slot
}

/** A room can be booked for a day within the coming year. */
const DAYS_AHEAD = 365

function dateError({ date }: CartLine, isDated: boolean, today: Day): string | undefined {
  if (!isDated) return date === undefined ? undefined : 'is only for what happens on a day'
  if (date === undefined) return 'is required'
  if (!isDay(date)) return 'is no day of the calendar'
  return date < today || date > addDays(today, DAYS_AHEAD) ? 'must be within the coming year' : undefined
}

const isDuplicate = (lines: readonly CartLine[], at: number): boolean =>
  lines.findIndex((other) => other.skuId === lines[at]?.skuId && other.date === lines[at]?.date) < at

/** The fields of a receiver that this fulfilment needs and that cannot be used. */
export const receiverErrors = (receiver: Receiver, kind: Fulfilment): FieldError[] =>
  invalidReceiverFields(receiver, kind).map((field) => ({
    path: `/receiver/${field}`,
    message: 'is missing or cannot be used',
  }))

/** The errors of a request that are visible without the shop's data: receiver, dates, duplicate lines and slot. */
export function orderRequestErrors(
  { receiver, fulfilment, lines, slot }: OrderRequest,
  today: Day,
): FieldError[] {
  const { kind } = fulfilment
  const dateErrors = lines.flatMap((line, at) => {
    const message = dateError(line, needsDate(kind), today)
    return message === undefined ? [] : [{ path: `/lines/${at}/date`, message }]
  })
  const duplicates = lines.flatMap((_, at) =>
    isDuplicate(lines, at) ? [{ path: `/lines/${at}`, message: 'is there twice' }] : [],
  )
  const slotErrors =
    slot && !canHaveSlots(kind) ? [{ path: '/slot', message: 'is not for this fulfilment' }] : []
  return [...receiverErrors(receiver, kind), ...dateErrors, ...duplicates, ...slotErrors]
}
