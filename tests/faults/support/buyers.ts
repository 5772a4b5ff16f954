import { setTimeout as sleep } from 'node:timers/promises'
import { ApiPerson, newId, type Reply } from '../../support/api-person'

export interface Shop {
  shopId: string
  slug: string
  skuIds: string[]
}

/** What a buyer was told of an order. */
export interface Acknowledged {
  id: string
  number: number
  cancelled: boolean
}

const PRICE = 2500

/** An order to be fetched: one of the first sku, and two of another. */
export const orderBody = (skuIds: readonly string[], turn = 0) => {
  const others = skuIds.slice(1)
  const second = others[turn % Math.max(others.length, 1)]
  return {
    lines: [{ skuId: skuIds[0], quantity: 1 }, ...(second ? [{ skuId: second, quantity: 2 }] : [])],
    fulfilment: { kind: 'pickup' },
    receiver: { name: '收货人', phone: '19900000001' },
    payment: { method: 'on-pickup' },
    seenTotal: PRICE * (second ? 3 : 1),
  }
}

/** A shop of some goods at 25 yuan each, to be fetched. */
export async function openShop(owner: ApiPerson, stocks: readonly number[]) {
  return owner.openShop(stocks.map((stock, i) => ({ name: `货品${i + 1}`, price: PRICE, stock })))
}

const isFinal = ({ status }: Reply) => status === 200 || (status >= 400 && status < 500 && status !== 429)

/** Sends until it is answered for good, over any number of silences and failures, as a phone does. */
export async function insist(send: () => Promise<Reply>, enough = 120_000): Promise<Reply> {
  const until = Date.now() + enough
  for (;;) {
    const reply = await send().catch(() => undefined)
    if (reply && isFinal(reply)) return reply
    if (Date.now() > until) throw new Error(`no answer: ${JSON.stringify(reply)}`)
    await sleep(20 + Math.random() * 60)
  }
}

const orderPath = (shop: Shop, id: string) => `/api/shops/${shop.shopId}/orders/${id}`

/** Places an order and asks again with the same id until it is answered. */
export async function orderUntilTold(buyer: ApiPerson, shop: Shop, turn: number): Promise<Acknowledged> {
  const id = newId()
  const body = orderBody(shop.skuIds, turn)
  const reply = await insist(() => buyer.send('PUT', orderPath(shop, id), body))
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return { id, number: Number(reply.body.number), cancelled: false }
}

/** Cancels an order, by a step whose id stays the same. */
export async function cancelUntilTold(
  buyer: ApiPerson,
  shop: Shop,
  order: Acknowledged,
): Promise<Acknowledged> {
  const body = { id: newId(), action: 'cancel' }
  const reply = await insist(() => buyer.send('POST', `${orderPath(shop, order.id)}/steps`, body))
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return { ...order, cancelled: true }
}

/** Sends an order once and does not wait to hear of it. */
export const orderAndLeave = (buyer: ApiPerson, shop: Shop, turn: number): Promise<unknown> =>
  buyer.send('PUT', orderPath(shop, newId()), orderBody(shop.skuIds, turn)).catch(() => undefined)

/** So many people with phones of their own. */
export const arriveMany = (origin: string, count: number): Promise<ApiPerson[]> =>
  Promise.all(Array.from({ length: count }, () => ApiPerson.arrive(origin)))
