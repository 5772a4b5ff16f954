import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onPostgres } from '../support/database'
import { type OpenedShop, openShop } from '../support/shop'
import { type Changes, makeWorld, type World } from '../support/world'

const HANDLER = 'tracing:fastify.request.handler:start'

let world: World
let shop: OpenedShop
let handled = 0
const count = () => {
  handled++
}

async function open(changes: Changes = {}) {
  world = await makeWorld(changes)
  shop = await openShop(world)
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  subscribe(HANDLER, count)
}
afterEach(async () => {
  unsubscribe(HANDLER, count)
  await world.app.close()
})

const portOf = ({ app }: World) => (app.server.address() as AddressInfo).port

/** Reads an address over a socket; `byDoor` when the framework's handlers never met the request, which is SQLite's way only. */
async function read(path = `/api/storefronts/${shop.slug}`, headers: Record<string, string> = {}) {
  const before = handled
  const request = get({ host: '127.0.0.1', port: portOf(world), path, headers, agent: false })
  const [response] = await once(request, 'response')
  const deps: Buffer[] = []
  for await (const part of response) deps.push(part)
  const { date: _, connection: __, ...rest } = response.headers
  return {
    status: response.statusCode,
    headers: rest,
    body: String(Buffer.concat(deps)),
    byDoor: handled === before,
  }
}

test('what is ready leaves by the front door, and is the very same answer', async () => {
  await open()
  const first = await read()
  const second = await read()
  expect([first.byDoor, second.byDoor]).toEqual([false, !onPostgres])
  expect({ ...second, byDoor: false }).toEqual(first)
  expect(second.headers['content-security-policy']).toContain("default-src 'none'")
  const etag = String(second.headers.etag)
  expect(await read(undefined, { 'if-none-match': etag })).toMatchObject({
    status: 304,
    body: '',
    byDoor: !onPostgres,
  })
  expect(await read(undefined, { 'accept-encoding': 'gzip' })).toMatchObject({
    status: 200,
    byDoor: !onPostgres,
  })
})

test('after a write the next reader meets the new facts', async () => {
  await open()
  await read()
  await shop.owner.call(`POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`, {
    id: shop.shopId.replace(/.$/, '0'),
    delta: -3,
  })
  const fresh = await read()
  expect(fresh.byDoor).toBe(false)
  expect(JSON.parse(fresh.body).products[0].skus[0].stock).toBe(7)
})

test('everything else goes through the framework: other addresses, other slugs, a proxy in front', async () => {
  await open()
  await read()
  expect(await read('/api/storefronts/nobody22')).toMatchObject({ status: 404, byDoor: false })
  expect((await read(`/api/storefronts/${shop.slug}?x=1`)).byDoor).toBe(false)
  await world.app.close()
  await open({ settings: { trustProxy: ['loopback'] } })
  await read()
  expect((await read(undefined, { 'x-forwarded-proto': 'https' })).headers).toHaveProperty(
    'strict-transport-security',
  )
})

test('whoever asks too often is refused here too', async () => {
  await open({ settings: { rateLimits: true } })
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const ask = async () => {
    const options = { host: '127.0.0.1', port: portOf(world), path: `/api/storefronts/${shop.slug}`, agent }
    const [response] = (await once(get(options), 'response')) as [IncomingMessage]
    response.resume()
    await once(response, 'end')
    return response.statusCode
  }
  const statuses: (number | undefined)[] = []
  while (statuses.length < 6008) statuses.push(...(await Promise.all([ask(), ask(), ask(), ask()])))
  agent.destroy()
  expect(statuses.filter((status) => status === 200)).toHaveLength(6000)
  expect(statuses.filter((status) => status === 429)).toHaveLength(8)
})
