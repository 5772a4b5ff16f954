import type { RouteBody } from '@/contract/routes'
import { addDays, type Day, isDay } from '@/domain/day'
import type { FieldFault } from '@/domain/failure'
import { needsDate } from '@/domain/fulfilment'
import { receiverFaults } from '@/domain/receiver'

export type OrderRequest = RouteBody<'PUT /api/shops/:shopId/orders/:orderId'>
type Line = OrderRequest['lines'][number]

/** A room can be kept for a day within the coming year. */
const DAYS_AHEAD = 365

const fault = (path: string, message: string): FieldFault => ({ path, message })

function dateFault(line: Line, at: number, dated: boolean, today: Day): FieldFault[] {
  const path = `/lines/${at}/date`
  const { date } = line
  if (!dated) return date === undefined ? [] : [fault(path, 'is only for what happens on a day')]
  if (date === undefined) return [fault(path, 'is required')]
  if (!isDay(date)) return [fault(path, 'is no day of the calendar')]
  if (date < today || date > addDays(today, DAYS_AHEAD))
    return [fault(path, 'must be within the coming year')]
  return []
}

const isTwin = (lines: readonly Line[], at: number): boolean =>
  lines.findIndex((other) => other.skuId === lines[at]?.skuId && other.date === lines[at]?.date) < at

/** What is missing or wrong in an order by itself, before any shop's facts: the receiver, the days, the same line twice. */
export function orderFaults({ receiver, fulfilment, lines }: OrderRequest, today: Day): FieldFault[] {
  const { kind } = fulfilment
  return [
    ...receiverFaults(receiver, kind).map((part) =>
      fault(`/receiver/${part}`, 'is missing or cannot be used'),
    ),
    ...lines.flatMap((line, at) => dateFault(line, at, needsDate(kind), today)),
    ...lines.flatMap((_, at) => (isTwin(lines, at) ? [fault(`/lines/${at}`, 'is there twice')] : [])),
  ]
}
