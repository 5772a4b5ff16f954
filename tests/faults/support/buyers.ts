import { setTimeout as sleep } from 'node:timers/promises'
import { ApiClient, newId, type Reply } from '../../support/api-client'

export interface Shop {
  shopId: string
  slug: string
  skuIds: string[]
}

/** An order that the server acknowledged. */
export interface AcknowledgedOrder {
  id: string
  number: number
  cancelled: boolean
}

const PRICE = 2500

/** Returns a pickup order of one of the first sku and two of another one. */
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

/** Opens a shop with pickup whose products cost 25 yuan each. */
export async function openShop(owner: ApiClient, stocks: readonly number[]) {
  return owner.openShop(stocks.map((stock, i) => ({ name: `货品${i + 1}`, price: PRICE, stock })))
}

const isFinal = ({ status }: Reply) => status === 200 || (status >= 400 && status < 500 && status !== 429)

/** Repeats a request until it gets a final answer, over timeouts and server errors, as the app does. */
export async function retryUntilFinal(send: () => Promise<Reply>, timeout = 120_000): Promise<Reply> {
  const until = Date.now() + timeout
  for (;;) {
    const reply = await send().catch(() => undefined)
    if (reply && isFinal(reply)) return reply
    if (Date.now() > until) throw new Error(`no answer: ${JSON.stringify(reply)}`)
    await sleep(20 + Math.random() * 60)
  }
}

const orderPath = (shop: Shop, id: string) => `/api/shops/${shop.shopId}/orders/${id}`

/** Places an order and repeats it with the same id until it is answered. */
export async function placeOrderWithRetries(
  buyer: ApiClient,
  shop: Shop,
  turn: number,
): Promise<AcknowledgedOrder> {
  const id = newId()
  const body = orderBody(shop.skuIds, turn)
  const reply = await retryUntilFinal(() => buyer.send('PUT', orderPath(shop, id), body))
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return { id, number: Number(reply.body.number), cancelled: false }
}

/** Cancels an order and repeats the step with the same id until it is answered. */
export async function cancelOrderWithRetries(
  buyer: ApiClient,
  shop: Shop,
  order: AcknowledgedOrder,
): Promise<AcknowledgedOrder> {
  const body = { id: newId(), action: 'cancel' }
  const reply = await retryUntilFinal(() => buyer.send('POST', `${orderPath(shop, order.id)}/steps`, body))
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return { ...order, cancelled: true }
}

/** Sends an order once and ignores the outcome. */
export const sendOrderWithoutWaiting = (buyer: ApiClient, shop: Shop, turn: number): Promise<unknown> =>
  buyer.send('PUT', orderPath(shop, newId()), orderBody(shop.skuIds, turn)).catch(() => undefined)

/** Signs in `count` new devices. */
export const signInMany = (origin: string, count: number): Promise<ApiClient[]> =>
  Promise.all(Array.from({ length: count }, () => ApiClient.signIn(origin)))
