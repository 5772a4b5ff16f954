import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onPostgres } from '../support/database'
import { sendAndSpend } from '../support/spend-limit'
import {
  createTestEnvironment,
  type EnvironmentOptions,
  type TestEnvironment,
} from '../support/test-environment'
import { type OpenedShop, openShop } from '../support/test-shop'

const HANDLER = 'tracing:fastify.request.handler:start'

let env: TestEnvironment
let shop: OpenedShop
let handled = 0
const count = () => {
  handled++
}

async function open(changes: EnvironmentOptions = {}) {
  env = await createTestEnvironment(changes)
  shop = await openShop(env)
  await env.app.listen({ port: 0, host: '127.0.0.1' })
  subscribe(HANDLER, count)
}
afterEach(async () => {
  unsubscribe(HANDLER, count)
  await env.app.close()
})

const portOf = ({ app }: TestEnvironment) => (app.server.address() as AddressInfo).port

/** Reads a path over a socket. `viaFastPath` is true when no Fastify handler ran, which only happens on SQLite. */
async function read(path = `/api/storefronts/${shop.slug}`, headers: Record<string, string> = {}) {
  const before = handled
  const request = get({ host: '127.0.0.1', port: portOf(env), path, headers, agent: false })
  const [response] = await once(request, 'response')
  const chunks: Buffer[] = []
  for await (const part of response) chunks.push(part)
  const { date: _, connection: __, ...rest } = response.headers
  return {
    status: response.statusCode,
    headers: rest,
    body: String(Buffer.concat(chunks)),
    viaFastPath: handled === before,
  }
}

test('a cached storefront is served by the fast path with an identical response', async () => {
  await open()
  const first = await read()
  const second = await read()
  expect([first.viaFastPath, second.viaFastPath]).toEqual([false, !onPostgres])
  expect({ ...second, viaFastPath: false }).toEqual(first)
  expect(second.headers['content-security-policy']).toContain("default-src 'none'")
  const etag = String(second.headers.etag)
  expect(await read(undefined, { 'if-none-match': etag })).toMatchObject({
    status: 304,
    body: '',
    viaFastPath: !onPostgres,
  })
  expect(await read(undefined, { 'accept-encoding': 'gzip' })).toMatchObject({
    status: 200,
    viaFastPath: !onPostgres,
  })
})

test('a write invalidates the cached storefront', async () => {
  await open()
  await read()
  await shop.owner.call(`POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`, {
    id: shop.shopId.replace(/.$/, '0'),
    delta: -3,
  })
  const fresh = await read()
  expect(fresh.viaFastPath).toBe(false)
  expect(JSON.parse(fresh.body).products[0].skus[0].stock).toBe(7)
})

test('other paths, other slugs and proxied requests are handled by Fastify', async () => {
  await open()
  await read()
  expect(await read('/api/storefronts/nobody22')).toMatchObject({ status: 404, viaFastPath: false })
  expect((await read(`/api/storefronts/${shop.slug}?x=1`)).viaFastPath).toBe(false)
  await env.app.close()
  await open({ settings: { trustProxy: ['loopback'] } })
  await read()
  expect((await read(undefined, { 'x-forwarded-proto': 'https' })).headers).toHaveProperty(
    'strict-transport-security',
  )
})

test('the fast path applies the rate limit', async () => {
  await open({ settings: { rateLimits: true } })
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const ask = async () => {
    const options = { host: '127.0.0.1', port: portOf(env), path: `/api/storefronts/${shop.slug}`, agent }
    const [response] = (await once(get(options), 'response')) as [IncomingMessage]
    response.resume()
    await once(response, 'end')
    return response.statusCode
  }
  const onlyCounted = process.env.KZ_LONG === '1' ? 0 : 5800
  const statuses = [await sendAndSpend(ask, onlyCounted)]
  while (statuses.length < 6009 - onlyCounted)
    statuses.push(...(await Promise.all([ask(), ask(), ask(), ask()])))
  agent.destroy()
  expect(statuses.filter((status) => status === 200)).toHaveLength(6000 - onlyCounted)
  expect(statuses.filter((status) => status === 429)).toHaveLength(9)
})
