import type { Fen } from '@/domain/money'
import type { Query } from '../../db/database'
import { createReactions } from '../../reactions'
import type { OrderRow, StoredEvent } from './order-row'

/** A step that an order has taken, as the modules that follow it see it. */
export interface OrderChange {
  before: OrderRow
  after: OrderRow
  event: StoredEvent
  /** The amount that the step offers, grants or returns. */
  amount?: Fen | undefined
  /** The amount that the owner has returned in person by it. */
  returned: Fen
  /** The seller's note about a refund, and the id of the request. */
  requested?: { note: string; requestId: string } | undefined
  /** True when the step names the parcel. */
  namesParcel: boolean
}

/** A step was taken. Its followers run in its transaction. */
export const orderMoved = createReactions<[tx: Query, change: OrderChange]>('the steps of orders')
