import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { H5Phone } from '../phone/h5-phone'
import type { Phone } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'

interface Page<T> {
  items: T[]
}

export interface OwnedShop {
  id: string
  slug: string
  name: string
  products: { name: string; unit: string; photos: { hash: string }[]; skus: { price: number }[] }[]
}

/** Sends a GET request with the phone's session, independent of the phone's network. */
async function askAs<T>(phone: Phone, origin: string, path: string): Promise<T> {
  if (phone instanceof H5Phone) {
    const reply = await phone.page.context().request.get(origin + path)
    return (await reply.json()) as T
  }
  const stored = phone instanceof WeappPhone ? await phone.app.storage() : {}
  const reply = await fetch(origin + path, {
    headers: { authorization: `Bearer ${String(stored['session-token'])}` },
  })
  return (await reply.json()) as T
}

/** Polls until the app has signed in, which happens shortly after its first paint. */
async function listOnceSignedIn(phone: Phone, origin: string): Promise<Page<OwnedShop>> {
  const end = Date.now() + WAIT_TIMEOUT_MS
  for (;;) {
    const shops = await askAs<Page<OwnedShop> & { code?: string }>(phone, origin, '/api/me/shops')
    if (shops.items) return shops
    if (shops.code !== 'signed-out' || Date.now() > end)
      throw new Error(`no list of shops: ${JSON.stringify(shops)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Returns the shops of the phone's account with their products. */
export async function ownedShops(phone: Phone, origin: string): Promise<OwnedShop[]> {
  const shops = await listOnceSignedIn(phone, origin)
  return Promise.all(
    shops.items.map(async (shop) => {
      const path = `/api/shops/${shop.id}/products`
      const { items } = await askAs<Page<OwnedShop['products'][number]>>(phone, origin, path)
      return { ...shop, products: items }
    }),
  )
}
