import { entriesOfStep } from '@/domain/ledger'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { OrderChange } from '../orders/order-change'
import { type StoredEvent, toCollection } from '../orders/order-row'
import { writeEntries } from './write-entries'

/** Enters what a step changes about the order's payment. */
export async function enterStep(tx: Query, { before, after, event, returned }: OrderChange): Promise<void> {
  const step = readJson<StoredEvent[]>(before.history).length
  await writeEntries(
    tx,
    { shopId: before.shop_id, orderId: before.id, source: `${before.id}.${step}`, at: event.at },
    entriesOfStep(
      {
        ...{ method: before.payment_method, total: before.total, returned },
        received: toCollection(after) ?? toCollection(before) ?? { amount: before.total, means: 'cash' },
      },
      before.payment_state,
      after.payment_state,
    ),
  )
}
