import type { ChangeRequest, OrderDetails } from '@/domain/order/order-details'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { type OrderRow, type StoredEvent, toOrder } from '../orders/order-row'
import { searchColumns } from '../orders/order-search'

interface Written {
  event: StoredEvent
  /** The details that replace those of the order, if they change. */
  details?: OrderDetails | undefined
  /** The buyer's request, if it changes. */
  request?: ChangeRequest
  /** When a waiting order with changed details expires. */
  expiresAt?: number | undefined
}

const columnsOf = (row: OrderRow, { receiver, note, slot }: OrderDetails) => ({
  receiver: JSON.stringify(receiver),
  note: note ?? null,
  slot_day: slot?.day ?? null,
  slot_part: slot?.part ?? null,
  ...searchColumns(receiver, toOrder(row).lines),
  details_version: row.details_version + 1,
})

/**
 * Writes changed details or a request for them, with their event, and returns the order's row.
 * @throws ApiError `not-allowed-now` (with the order) when it was accepted, sent, cancelled or changed meanwhile.
 */
export async function writeDetails(
  tx: Query,
  row: OrderRow,
  { event, details, request, expiresAt }: Written,
): Promise<OrderRow> {
  const changed = {
    ...(details ? columnsOf(row, details) : {}),
    ...(details && row.state === 'placed' ? { expires_at: expiresAt ?? null } : {}),
    ...(request ? { change_request: JSON.stringify(request) } : {}),
    history: JSON.stringify([...readJson<StoredEvent[]>(row.history), event]),
    updated_at: event.at,
  }
  const { numUpdatedRows } = await tx
    .updateTable('shop_order')
    .set(changed)
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('details_version', '=', row.details_version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ApiError('not-allowed-now', { current: toOrder(row) })
  return { ...row, ...changed }
}
