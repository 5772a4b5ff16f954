import { eventOfState, eventsOfStep } from '@/domain/notification'
import { isUndo } from '@/domain/order/undo-step'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { queueNotice } from '../notices/queue-notice'
import type { OrderChange } from '../orders/order-change'
import { type StoredEvent, toOrder } from '../orders/order-row'
import { wasAnnounced } from './message-rows'

/** Notifies the owners or the buyer of a step; of an undone one if the buyer has read of it. */
export async function queueNotices(tx: Query, { before, after, event }: OrderChange): Promise<void> {
  const { shop_id: shopId, id: subjectId, buyer_id, history } = before
  const occurrence = String(readJson<StoredEvent[]>(history).length)
  const { state, payment, afterSale, fulfilment } = toOrder(after)
  const steps = eventsOfStep(toOrder(before), { state, payment, afterSale, fulfilment }, event)
  // the shop sees entries of a group buy in its card
  const events = steps.filter((one) => !(one === 'new-order' && before.group_buy_id !== null))
  if (isUndo(event.action) && (await wasAnnounced(tx, before, eventOfState(before)))) events.push('undone')
  for (const one of events)
    await queueNotice(tx, { event: one, shopId, subjectId, occurrence, at: event.at }, buyer_id)
}
