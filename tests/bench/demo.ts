import type { RouteReply } from '@/contract/routes'
import { buildH5 } from '../../scripts/build-h5.mjs'
import { buildServer } from '../../scripts/build-server.mjs'
import { startDemoServer } from '../e2e/screens/demo-server'
import { ApiClient, newId } from '../support/api-client'
import { exitAfter, median, printTable, type Row } from './table'

const ORDERS = 200
const RESETS = 5
const BUDGET_MS = 1000
const START_MS = 3000
const CENTRE = '621221110'

type Demo = RouteReply<'PUT /api/centres/:centre/demo'>

const row = (what: string, ms: number, most: number): Row => ({
  ...{ what, figure: `${ms.toFixed(0)} ms`, budget: `≤ ${most} ms`, isWithinBudget: ms <= most },
})

async function timed<T>(work: () => Promise<T>): Promise<[result: T, ms: number]> {
  const start = performance.now()
  return [await work(), performance.now() - start]
}

/** Sends a request that has to succeed. */
async function send<T>(who: ApiClient, route: string, body?: object): Promise<T> {
  const [method = '', path = ''] = route.split(' ')
  const reply = await who.send<T>(method, path, body)
  if (reply.status !== 200) throw new Error(`${route}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

/** Opens a shop in a world and places orders in it. */
async function sell(origin: string): Promise<void> {
  const [seller, buyer] = [await ApiClient.signIn(origin), await ApiClient.signIn(origin)]
  const shop = await seller.openShop([{ name: '核桃', price: 2500, stock: 10_000 }])
  for (let i = 0; i < ORDERS; i++)
    await send(buyer, `PUT /api/shops/${shop.shopId}/orders/${newId()}`, {
      lines: [{ skuId: shop.skuIds[0], quantity: 1 }],
      ...{ fulfilment: { kind: 'local' }, payment: { method: 'on-delivery' }, seenTotal: 2500 },
      receiver: { name: '收货人', phone: '13800000000', address: '城关镇一号' },
    })
}

/** Repeats the request until the world is ready. */
async function openDemo(trainer: ApiClient): Promise<Demo> {
  for (;;) {
    const world = await send<Demo>(trainer, `PUT /api/centres/${CENTRE}/demo`)
    if (world.isReady) return world
  }
}

async function run() {
  await buildH5()
  await buildServer()
  const server = await startDemoServer({ RATE_LIMIT: 'off' })
  try {
    const trainer = await ApiClient.signIn(server.origin)
    await send(trainer, 'POST /api/me/roles', { code: server.trainerCode() })
    const [world, startMs] = await timed(() => openDemo(trainer))
    const resets: number[] = []
    for (let i = 0; i < RESETS; i++) {
      await sell(world.here.seller)
      const [reset, ms] = await timed(() =>
        send<Demo>(trainer, `POST /api/centres/${CENTRE}/demo/resets`, { id: newId() }),
      )
      if (!reset.isReady) throw new Error('the world was not reset in time')
      resets.push(ms)
    }
    return printTable('bench:demo', [
      row('a demo world starts the first time', startMs, START_MS),
      row(`a demo world with ${ORDERS} orders is reset: the median of ${RESETS}`, median(resets), BUDGET_MS),
      row('the slowest of them', Math.max(...resets), BUDGET_MS),
    ])
  } finally {
    await server.close()
  }
}

exitAfter(run())
