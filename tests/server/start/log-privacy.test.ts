import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type ServerProcess, startServer } from '../../support/server-process'
import { FORM_TYPE, filePart, formOf } from '../generated/requests/multipart-form'
import { picture } from '../support/pictures'
import { newId } from '../support/test-environment'
import { productDraft } from '../support/test-shop'

let server: ServerProcess
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build-server.mjs'])
  server = await startServer({ LOG_LEVEL: 'debug' })
})
afterAll(() => server.dispose())

interface Device {
  token: string
  accountId: string
  cookie: string
}

async function send(route: string, body?: unknown, who?: Partial<Device>): Promise<Response> {
  const [method = '', path] = route.split(' ')
  const headers: Record<string, string> = who?.token ? { authorization: `Bearer ${who.token}` } : {}
  if (who?.cookie) headers.cookie = `kz_device=${who.cookie}`
  if (body !== undefined) headers['content-type'] = Buffer.isBuffer(body) ? FORM_TYPE : 'application/json'
  const payload =
    body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }
  return fetch(`${server.origin}${path}`, { method, headers, ...payload })
}

async function signIn(): Promise<Device> {
  const answer = await send('POST /api/sessions', { provider: 'device' })
  const [, cookie = ''] = /kz_device=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? []
  return { ...((await answer.json()) as Device), cookie }
}

const receiver = { name: '收货人密九', phone: '13812349876', address: '城关镇密九路 9 号' }

/** Opens a shop, orders from it, accepts the order, uploads a photo and restores the shop by its key. */
async function useEveryFeature() {
  const [owner, buyer] = [await signIn(), await signIn()]
  const [shopId, orderId, skuId] = [newId(), newId(), newId()]
  const products = [{ id: newId(), ...productDraft(skuId) }]
  const opened = await send(
    `PUT /api/shops/${shopId}`,
    { trade: 'nuts', name: '密九小店', phone: '13999998888', products },
    owner,
  )
  const { key } = (await opened.json()) as { key: string }
  const order = {
    lines: [{ skuId, quantity: 1 }],
    fulfilment: { kind: 'local' },
    receiver,
    payment: { method: 'on-delivery' },
    seenTotal: 2500,
    note: '密九留言',
  }
  const route = `/api/shops/${shopId}/orders/${orderId}`
  expect((await send(`PUT ${route}`, order, buyer)).status).toBe(200)
  expect((await send(`POST ${route}/steps`, { id: newId(), action: 'accept' }, owner)).status).toBe(200)
  const photo = formOf([filePart(await picture(30, 30).jpeg().toBuffer())])
  expect((await send(`PUT /api/photos/${newId()}`, photo, owner)).status).toBe(200)
  const restored = await send('POST /api/sessions', { provider: 'key', key })
  expect(restored.status).toBe(200)
  expect((await send('GET /api/me/orders', undefined, { cookie: buyer.cookie })).status).toBe(200)
  return { owner, buyer, shopId, orderId, key, route, order }
}

test('the log of a server at debug level contains no personal data, ids or secrets', async () => {
  const { owner, buyer, shopId, orderId, key, route, order } = await useEveryFeature()
  const wrong = { ...order, receiver: { ...receiver, phone: '13812349876x' } }
  expect((await send(`PUT ${route.slice(0, -1)}0`, wrong, buyer)).status).toBe(400)
  expect((await send(`GET ${route}?phone=${receiver.phone}`, undefined, await signIn())).status).toBe(404)
  expect((await send('POST /api/sessions', { provider: 'key', key })).status).toBe(403)
  expect((await send(`PUT /api/photos/${newId()}`, formOf([filePart(receiver.phone)]), owner)).status).toBe(
    415,
  )
  const database = new Sqlite(join(server.dataDir, 'kaizhang.db'))
  database.prepare('update shop_order set receiver = ?').run(`{"name":"${receiver.name}" ${receiver.phone}`)
  database.close()
  expect((await send(`GET ${route}`, undefined, buyer)).status).toBe(500)
  await server.stop()
  const log = server.output()
  expect(log).toContain('"route":"/api/shops/:shopId/orders/:orderId"')
  expect(log).toContain('SyntaxError')
  const people = [owner, buyer].flatMap(({ token, cookie, accountId }) => [token, cookie, accountId])
  const written = [...Object.values(receiver), '密九', '13999998888', '13812349876', shopId, orderId, key]
  for (const secret of [...people, ...written]) expect(log).not.toContain(secret)
})
