import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { ApiPerson, newId } from '../../support/api-person'
import { orderBody } from '../order-floor'

export type OpenedShop = Awaited<ReturnType<ApiPerson['openShop']>>

/** Milliseconds of each step of a day; a step that was refused is not a number. */
export type Day = Record<string, number>

/** A photo as a phone sends it, unlike every other one. */
const photo = () =>
  sharp(randomBytes(96 * 72 * 3), { raw: { width: 96, height: 72, channels: 3 } })
    .resize(1600, 1200)
    .jpeg({ quality: 80 })
    .toBuffer()

async function sendPhoto(person: ApiPerson, bytes: Buffer): Promise<{ id: string; ok: boolean }> {
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

/** One villager's day: she sends a photo, opens a shop, somebody reads it and orders, she sees the order, and a new phone takes her key. */
export async function liveDay(origin: string): Promise<Day> {
  const day: Day = {}
  const step = async <T>(name: string, work: () => Promise<T>, isRight: (result: T) => boolean) => {
    const begun = performance.now()
    const result = await work()
    day[name] = isRight(result) ? performance.now() - begun : Number.NaN
    return result
  }
  const bytes = await photo()
  const [owner, buyer] = [await ApiPerson.arrive(origin), await ApiPerson.arrive(origin)]
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
