import type { RouteBody } from '@/contract/routes'
import { addDays, type Day, isDay } from '@/domain/day'
import type { FieldError } from '@/domain/failure'
import { needsDate } from '@/domain/fulfilment'
import { invalidReceiverFields } from '@/domain/receiver'

export type OrderRequest = RouteBody<'PUT /api/shops/:shopId/orders/:orderId'>
type Line = OrderRequest['lines'][number]

/** A room can be booked for a day within the coming year. */
const DAYS_AHEAD = 365

const fieldFault = (path: string, message: string): FieldError => ({ path, message })

function validateDate(line: Line, at: number, dated: boolean, today: Day): FieldError[] {
  const path = `/lines/${at}/date`
  const { date } = line
  if (!dated) return date === undefined ? [] : [fieldFault(path, 'is only for what happens on a day')]
  if (date === undefined) return [fieldFault(path, 'is required')]
  if (!isDay(date)) return [fieldFault(path, 'is no day of the calendar')]
  if (date < today || date > addDays(today, DAYS_AHEAD))
    return [fieldFault(path, 'must be within the coming year')]
  return []
}

const isDuplicate = (lines: readonly Line[], at: number): boolean =>
  lines.findIndex((other) => other.skuId === lines[at]?.skuId && other.date === lines[at]?.date) < at

/** Validates an order without the shop's data: receiver, dates and duplicate lines. */
export function validateOrder({ receiver, fulfilment, lines }: OrderRequest, today: Day): FieldError[] {
  const { kind } = fulfilment
  return [
    ...invalidReceiverFields(receiver, kind).map((part) =>
      fieldFault(`/receiver/${part}`, 'is missing or cannot be used'),
    ),
    ...lines.flatMap((line, at) => validateDate(line, at, needsDate(kind), today)),
    ...lines.flatMap((_, at) =>
      isDuplicate(lines, at) ? [fieldFault(`/lines/${at}`, 'is there twice')] : [],
    ),
  ]
}
