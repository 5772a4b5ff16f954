import { dayOf, startOfDay } from '@/domain/day'
import { createApp } from '../../server/app'
import type { Query } from '../../server/db/database'
import { grantPayments } from '../../server/operator/grant-payments'
import { demoDependencies } from '../world/demo-dependencies'
import { DemoUser } from './demo-user'
import { demoGrants } from './grants'
import { demoGroupBuys } from './group-buys'
import { recordMoment } from './move-to-present'
import { demoBuyers, demoOrders } from './orders'
import { seedGroupBuy } from './seed-group-buy'
import { seedOrder } from './seed-order'
import { type SeededShop, seedShop } from './seed-shop'
import { type DemoShop, demoShops } from './shops'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The payouts of the days before, in fen, the last first. */
const AMOUNTS = [8640, 12_000, 23_580]

/** Records payouts of a seller that have reached the bank account, each at nine in the morning of a day. */
async function seedPayouts(
  db: Query,
  { shopId, merchant, started }: { shopId: string; merchant: string; started: number },
): Promise<void> {
  const rows = AMOUNTS.map((amount, i) => {
    const at = started - (i + 1) * DAY - HOUR
    const number = `P${merchant}${dayOf(at).replaceAll('-', '')}`
    return {
      ...{ shop_id: shopId, number, merchant, amount, state: 'done' as const, reason: null },
      ...{ created_at: at, changed_at: at + HOUR },
    }
  })
  await db.insertInto('payout').values(rows).execute()
}

/** Ten in the morning of the day: orders of the last hours are delivered that day. */
const morningOf = (now: number): number => startOfDay(dayOf(now)) + 10 * HOUR

/** Creates the demo world in an empty folder through the API, with ten days of history. */
export async function makeSeed(folder: string, started = morningOf(Date.now())): Promise<void> {
  let now = started - 10 * DAY
  const clock = () => now
  const deps = await demoDependencies(folder, {}, { clock })
  const app = await createApp(deps)
  try {
    const shops = new Map<string, SeededShop>()
    for (const [i, shop] of demoShops.entries()) {
      const seeded = await seedShop(await DemoUser.signIn(app, clock), shop, `1990000001${i}`)
      await grantPayments(deps, { slug: seeded.slug, grants: demoGrants[shop.key] })
      shops.set(shop.key, seeded)
      // the first shop is the oldest
      now += MINUTE
    }
    const buyers = await Promise.all(demoBuyers.map(() => DemoUser.signIn(app, clock)))
    const set = (at: number) => {
      now = at
    }
    for (const order of demoOrders) {
      const shop = shops.get(order.shop)
      const buyer = buyers[order.buyer]
      if (!shop || !buyer) throw new Error(`the demo order names no shop or buyer: ${JSON.stringify(order)}`)
      await seedOrder(order, shop, buyer, { set, started })
    }
    for (const groupBuy of demoGroupBuys) {
      const shop = shops.get(groupBuy.shop)
      if (!shop) throw new Error(`the demo group buy names no shop: ${groupBuy.words}`)
      await seedGroupBuy(groupBuy, { shop, buyers, db: deps.db, clock: { set, started } })
    }
    for (const [key, { shopId }] of shops) {
      const merchant = demoGrants[key as DemoShop['key']].wechat?.merchant
      if (merchant) await seedPayouts(deps.db.query, { shopId, merchant, started })
    }
  } finally {
    await app.close()
  }
  recordMoment(folder, started)
}
