import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { ApiClient, newId } from '../../support/api-client'
import { orderBody } from '../order-floor'

export type OpenedShop = Awaited<ReturnType<ApiClient['openShop']>>

/** Duration of each step in ms; NaN for a refused step. */
export type Day = Record<string, number>

/** Creates a unique photo of the size that a phone sends. */
export const photo = () =>
  sharp(randomBytes(96 * 72 * 3), { raw: { width: 96, height: 72, channels: 3 } })
    .resize(1600, 1200)
    .jpeg({ quality: 80 })
    .toBuffer()

export async function sendPhoto(person: ApiClient, bytes: Buffer): Promise<{ id: string; ok: boolean }> {
  const id = newId()
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg')
  const reply = await fetch(`${person.origin}/api/photos/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person.token}` },
    body,
  })
  await reply.arrayBuffer()
  return { id, ok: reply.ok }
}

/**
 * Runs the day of a seller: uploads a photo, opens a shop, receives a reader and an order, reads the order and restores
 * the shop on a new device.
 */
export async function runSellerDay(origin: string): Promise<Day> {
  const day: Day = {}
  const step = async <T>(name: string, work: () => Promise<T>, isExpected: (result: T) => boolean) => {
    const begun = performance.now()
    const result = await work()
    day[name] = isExpected(result) ? performance.now() - begun : Number.NaN
    return result
  }
  const bytes = await photo()
  const [owner, buyer] = [await ApiClient.signIn(origin), await ApiClient.signIn(origin)]
  const sent = await step(
    'send a photo',
    () => sendPhoto(owner, bytes),
    ({ ok }) => ok,
  )
  const products = [
    {
      id: newId(),
      name: '成县核桃',
      unit: '斤',
      photos: sent.ok ? [sent.id] : [],
      skus: [{ id: newId(), price: 2500, stock: 20 }],
      onSale: true,
    },
  ]
  const shopId = newId()
  const { body: shop } = await step(
    'publish a shop',
    () =>
      owner.send<{ slug: string; key: string }>('PUT', `/api/shops/${shopId}`, { trade: 'nuts', products }),
    ({ status }) => status === 200,
  )
  await step(
    'read the shop page',
    async () => {
      const reply = await fetch(`${origin}/s/${shop.slug}`)
      return { ok: reply.ok, text: await reply.text() }
    },
    ({ ok }) => ok,
  )
  const order = orderBody(products.flatMap(({ skus }) => skus.map(({ id, price }) => ({ id, price }))))
  await step(
    'place an order',
    () => buyer.send('PUT', `/api/shops/${shopId}/orders/${newId()}`, order),
    ({ status }) => status === 200,
  )
  await step(
    'see the order',
    () => owner.send<{ items: unknown[] }>('GET', `/api/shops/${shopId}/orders`),
    ({ status, body }) => status === 200 && body.items.length === 1,
  )
  await step(
    'use the key',
    () => buyer.send('POST', '/api/sessions', { provider: 'key', key: shop.key }),
    ({ status }) => status === 200,
  )
  return day
}
