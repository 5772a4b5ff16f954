import { entriesOfStep } from '@/domain/payment/ledger'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { writeEntries } from '../ledger/write-entries'
import type { OrderChange } from './order-change'
import { type StoredEvent, toCollection } from './order-row'

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
