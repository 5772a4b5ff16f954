import type { Fulfilment } from '@/domain/order/fulfilment'
import type { DemoOrder } from './orders'

/** Orders of the busy shop, its buyers, and the index of the first of them. */
const BUSY_ORDERS = 200
export const BUSY_BUYERS = 40
const FIRST_BUYER = 4

const GOODS = 30
const KINDS: readonly Fulfilment[] = ['local', 'pickup', 'local', 'courier', 'pickup']

/** The steps of an order by its age: the older half is finished, the newest wait for the seller. */
function stepsAt(index: number): DemoOrder['steps'] {
  if (index < 100) return [...stepsAt(120), ['owner', 'finish']]
  if (index < 140) return [...stepsAt(150), ['owner', 'send']]
  return index < 160 ? [['owner', 'accept']] : []
}

/** Two days of a shop that gets a hundred orders a day, the oldest first. */
export const busyOrders: DemoOrder[] = Array.from({ length: BUSY_ORDERS }, (_, index) => {
  const goods = Array.from({ length: 1 + (index % 3) }, (_, line) => (index * 7 + line * 11) % GOODS)
  return {
    shop: 'coop',
    buyer: FIRST_BUYER + (index % BUSY_BUYERS),
    lines: goods.map((good, line): [number, number] => [good, 1 + ((index + line) % 3)]),
    kind: KINDS[index % KINDS.length] ?? 'local',
    hoursAgo: (BUSY_ORDERS - index) / 5,
    steps: stepsAt(index),
    ...(index % 25 === 0 ? { note: '放在门口就行' } : {}),
  }
})
