import type { RouteBody, RouteReply } from '@/contract/routes'
import { priceOf } from '@/domain/group-buy/group-buy'
import type { Database } from '../../server/db/database'
import { settleEntries } from '../../server/modules/group-buys/settle-entries'
import { mustFindGroupBuy } from '../../server/modules/group-buys/store'
import type { DemoUser } from './demo-user'
import type { DemoGroupBuy } from './group-buys'
import { demoBuyers } from './orders'
import type { SeededShop } from './seed-shop'

const HOUR = 3_600_000

interface Stage {
  shop: SeededShop
  buyers: readonly DemoUser[]
  db: Database
  clock: { set(at: number): void; started: number }
}

type Saved = RouteReply<'PUT /api/shops/:shopId/group-buys/:groupBuyId'>
type Join = RouteBody<'PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId'>

/** Publishes a group buy at its past time, lets its entries join, and ends it if its time is over; entries are handed out after that. */
export async function seedGroupBuy(groupBuy: DemoGroupBuy, stage: Stage): Promise<void> {
  const { shop, clock } = stage
  const { owner, shopId } = shop
  const at = (hoursAgo: number) => clock.set(clock.started - hoursAgo * HOUR)
  at(groupBuy.publishedHoursAgo)
  const groupBuyId = owner.newId()
  const url = `/api/shops/${shopId}/group-buys/${groupBuyId}`
  const saved = await owner.put<Saved>(url, inputOf(groupBuy, stage))
  await owner.post(`${url}/steps`, { id: owner.newId(), action: 'publish' })

  const joinedIds: string[] = []
  const lastHour = Math.max(groupBuy.endsHoursAgo, 0) + 1
  const pause = (groupBuy.publishedHoursAgo - lastHour) / (groupBuy.entries.length + 1)
  for (const [i, entry] of groupBuy.entries.entries()) {
    at(groupBuy.publishedHoursAgo - pause * (i + 1))
    const buyer = stage.buyers[entry.buyer]
    if (!buyer) throw new Error(`the demo entry names no buyer: ${JSON.stringify(entry)}`)
    const orderId = buyer.newId()
    await buyer.put(`${url}/entries/${orderId}`, joinOf(entry, saved))
    joinedIds.push(orderId)
  }

  if (groupBuy.endsHoursAgo < 0) return
  at(groupBuy.endsHoursAgo)
  await owner.post(`${url}/steps`, { id: owner.newId(), action: 'close' })
  await stage.db.withTx(async (tx) =>
    settleEntries(tx, await mustFindGroupBuy(tx, { shopId, groupBuyId }), clockOf(groupBuy, clock.started)),
  )
  at(1)
  const ticks = groupBuy.entries.flatMap(({ handedOut: means }, i) =>
    means ? [{ id: owner.newId(), orderId: joinedIds[i] ?? '', kind: 'hand-out', means }] : [],
  )
  if (ticks.length > 0) await owner.post(`${url}/hand-outs`, { ticks })
}

const clockOf = ({ endsHoursAgo }: DemoGroupBuy, started: number): number => started - endsHoursAgo * HOUR

function inputOf(groupBuy: DemoGroupBuy, { shop, clock }: Stage) {
  const { words, goods, points, minimum } = groupBuy
  return {
    ...{ version: 0, words, fulfilments: [], accepts: true, endsAt: clockOf(groupBuy, clock.started) },
    goods: goods.map(({ good, ...settings }) => ({ skuId: shop.skus[good]?.[0]?.id, ...settings })),
    points: points.map((point) => ({ id: shop.owner.newId(), ...point })),
    ...(minimum ? { minimum } : {}),
  }
}

function joinOf(entry: DemoGroupBuy['entries'][number], { goods, points }: Saved): Join {
  const { quantities, name, anonymous, note } = entry
  const taken = goods.flatMap((one, i) => {
    const quantity = quantities[i]
    return quantity ? [{ one, quantity }] : []
  })
  return {
    lines: taken.map(({ one, quantity }) => ({ skuId: one.skuId, quantity })),
    fulfilment: { kind: 'pickup' },
    pointId: points[entry.point]?.id ?? '',
    receiver: { name, phone: demoBuyers[entry.buyer]?.phone ?? '' },
    payment: { method: 'on-pickup' },
    seenTotal: taken.reduce((sum, { one, quantity }) => sum + priceOf(one) * quantity, 0),
    ...(anonymous ? { anonymous } : {}),
    ...(note ? { note } : {}),
  }
}
