import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ApiClient, newId } from '../../support/api-client'
import { openClassroom } from '../../support/classroom/open-classroom'
import { type ServerProcess, startServer } from '../../support/server-process'
import { orderBody } from '../order-floor'
import { type Day, photo, sendPhoto } from './seller-day'

const DAY_MS = 86_400_000

/** A seller and a buyer at the address of the attacks, with some business behind them. */
export interface Neighbours {
  seller: ApiClient
  buyer: ApiClient
}

/** A server at which every attack has neighbours of its own, so that none reaches a limit of an account. */
export interface NeighbourWorld {
  server: ServerProcess
  neighbours: Neighbours[]
  /** The number of a lesson that is open. */
  lesson: { lessonId: string; number: string }
}

/** Sends one of the goods to the buyer and finishes the order. */
async function sellOnce({ seller, buyer }: Neighbours, shop: Awaited<ReturnType<ApiClient['openShop']>>) {
  const orderId = newId()
  const path = `/api/shops/${shop.shopId}/orders/${orderId}`
  const placed = await buyer.send('PUT', path, orderBody([{ id: shop.skuIds[0] ?? '', price: 2500 }]))
  if (placed.status !== 200) throw new Error(`no order: ${JSON.stringify(placed.body)}`)
  for (const action of ['accept', 'send', 'finish'])
    await seller.send('POST', `${path}/steps`, { id: newId(), action })
}

/**
 * Starts a server at which people have had a shop and an order for more than a day: a first process with a clock that is behind
 * prepares them.
 */
export async function startNeighbourWorld(
  count: number,
  env: Record<string, string>,
): Promise<NeighbourWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-clock-'))
  const clock = path.join(folder, 'clock')
  const settings = { ...env, QUOTA_SHOPS_PER_ACCOUNT: 'off' }
  writeFileSync(clock, String(-4 * DAY_MS))
  const earlier = await startServer({
    ...settings,
    NODE_OPTIONS: `--require ${path.resolve('tests/support/shift-clock.cjs')}`,
    KZ_CLOCK: clock,
  })
  const { origin, dataDir } = earlier
  const prepared: { people: Neighbours; shop: Awaited<ReturnType<ApiClient['openShop']>> }[] = []
  for (let i = 0; i < count; i++) {
    const people = { seller: await ApiClient.signIn(origin), buyer: await ApiClient.signIn(origin) }
    prepared.push({
      people,
      shop: await people.seller.openShop([{ name: '成县核桃', price: 2500, stock: 100 }]),
    })
  }
  writeFileSync(clock, String(-2 * DAY_MS))
  for (const { people, shop } of prepared) await sellOnce(people, shop)
  await earlier.stop()
  rmSync(folder, { recursive: true, force: true })
  const server = await startServer({ ...settings, DATA_DIR: dataDir })
  const { lessonId, number } = await openClassroom(server.origin, { ...settings, DATA_DIR: dataDir })
  const at = ({ seller, buyer }: Neighbours) => ({
    seller: seller.at(server.origin),
    buyer: buyer.at(server.origin),
  })
  return { server, neighbours: prepared.map(({ people }) => at(people)), lesson: { lessonId, number } }
}

/** A seller uploads a photo, publishes a shop with it, and receives an order. */
export async function runNeighbourDay({ seller, buyer }: Neighbours): Promise<Day> {
  const day: Day = {}
  const step = async (name: string, work: () => Promise<boolean>) => {
    const begun = performance.now()
    day[name] = (await work()) ? performance.now() - begun : Number.NaN
  }
  const [shopId, bytes] = [newId(), await photo()]
  let photoId = ''
  await step('upload a photo', async () => {
    const { id, ok } = await sendPhoto(seller, bytes)
    photoId = id
    return ok
  })
  const sku = { id: newId(), price: 2500, stock: 20 }
  const products = [
    { id: newId(), name: '成县核桃', unit: '斤', photos: [photoId], skus: [sku], onSale: true },
  ]
  await step(
    'publish a shop',
    async () =>
      (await seller.send('PUT', `/api/shops/${shopId}`, { trade: 'nuts', products })).status === 200,
  )
  await step('receive an order', async () => {
    const placed = await buyer.send('PUT', `/api/shops/${shopId}/orders/${newId()}`, orderBody([sku]))
    const seen = await seller.send<{ items?: unknown[] }>('GET', `/api/shops/${shopId}/orders`)
    return placed.status === 200 && seen.body.items?.length === 1
  })
  return day
}
