import { createApp } from '../../server/app'
import { demoDependencies } from '../world/demo-dependencies'
import { demoBuyers, demoOrders } from './orders'
import { Person } from './person'
import { plantOrder } from './plant-order'
import { type Planted, plantShop } from './plant-shop'
import { demoShops } from './shops'

const DAY = 86_400_000

/** Makes the demo world in an empty folder, all of it through the API, ten days' history in a few seconds. */
export async function makeSeed(folder: string, started = Date.now()): Promise<void> {
  let now = started - 10 * DAY
  const clock = () => now
  const app = await createApp(await demoDependencies(folder, {}, { clock }))
  try {
    const shops = new Map<string, Planted>()
    for (const [i, shop] of demoShops.entries())
      shops.set(shop.key, await plantShop(await Person.arrive(app, clock), shop, `1990000001${i}`))
    const buyers = await Promise.all(demoBuyers.map(() => Person.arrive(app, clock)))
    const set = (at: number) => {
      now = at
    }
    for (const order of demoOrders) {
      const shop = shops.get(order.shop)
      const buyer = buyers[order.buyer]
      if (!shop || !buyer) throw new Error(`the demo order names no shop or buyer: ${JSON.stringify(order)}`)
      await plantOrder(order, shop, buyer, { set, started })
    }
  } finally {
    await app.close()
  }
}
