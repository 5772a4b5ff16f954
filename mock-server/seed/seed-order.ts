import { canHaveSlots, offeredSlots, type Slot, slotRuleOf } from '@/domain/order/delivery-slot'
import { type Fulfilment, needsAddress } from '@/domain/order/fulfilment'
import { calculateTotals } from '@/domain/product/cart'
import type { DemoUser } from './demo-user'
import { type DemoOrder, demoBuyers } from './orders'
import type { SeededShop } from './seed-shop'

const HOUR = 3_600_000

/** The first slot that could be chosen at that time; `undefined` when the shop has none for this fulfilment. */
function firstSlot({ deliverySlots }: SeededShop, kind: Fulfilment, at: number): Slot | undefined {
  const rule = slotRuleOf(deliverySlots, kind)
  const [first] = rule && canHaveSlots(kind) ? offeredSlots(kind, rule, at, new Map()) : []
  return first && { day: first.day, part: first.part }
}

/** Places one order at its past time and applies its steps at equal intervals. */
export async function seedOrder(
  order: DemoOrder,
  shop: SeededShop,
  buyer: DemoUser,
  clock: { set(at: number): void; started: number },
) {
  const placedAt = clock.started - order.hoursAgo * HOUR
  clock.set(placedAt)
  const lines = Object.entries(order.lines).map(([good, quantity]) => ({
    sku: shop.skus[Number(good)]?.[0],
    quantity,
  }))
  const priced = lines.map(({ sku, quantity }) => ({ price: sku?.price ?? 0, quantity }))
  const { name, phone, address } = demoBuyers[order.buyer] ?? { name: '', phone: '', address: '' }
  const orderId = buyer.newId()
  const seenTotal = calculateTotals(priced, shop.freight, order.kind).total
  const slot = firstSlot(shop, order.kind, placedAt)
  const url = `/api/shops/${shop.shopId}/orders/${orderId}`
  await buyer.put(url, {
    lines: lines.map(({ sku, quantity }) => ({ skuId: sku?.id, quantity })),
    fulfilment: { kind: order.kind },
    receiver: { name, phone, ...(needsAddress(order.kind) ? { address } : {}) },
    payment: { method: order.kind === 'pickup' ? 'on-pickup' : 'on-delivery' },
    seenTotal,
    ...(slot ? { slot } : {}),
    ...(order.note ? { note: order.note } : {}),
  })
  const claim = {
    ...{ wish: 'refund', reason: 'spoiled', text: order.note ?? '有几个坏的', amount: seenTotal, photos: [] },
    goods: lines.map(({ quantity }, line) => ({ line, quantity })),
  }
  const pause = (order.hoursAgo * HOUR) / (order.steps.length + 2)
  for (const [i, [by, action, note]] of order.steps.entries()) {
    clock.set(Math.round(placedAt + pause * (i + 1)))
    const person = by === 'owner' ? shop.owner : buyer
    if (action === 'ask-refund') await person.put(`${url}/claims/${person.newId()}`, claim)
    else await person.post(`${url}/steps`, { id: person.newId(), action, ...(note ? { note } : {}) })
  }
}
