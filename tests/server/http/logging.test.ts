import { call, deviceCookieOf, signIn } from '../support/api-client'
import { createUploadBody, picture } from '../support/pictures'
import { createTestEnvironment, newId } from '../support/test-environment'
import { openShop, placeTestOrder, receiver } from '../support/test-shop'

test('the log contains no phone, address, name, token, secret, key, id or query', async () => {
  const lines: string[] = []
  const env = await createTestEnvironment({
    logging: { level: 'trace', stream: { write: (line) => lines.push(line) } },
  })
  const device = await call(env.app, 'POST /api/sessions', { provider: 'device' })
  const shop = await openShop(env, { request: { phone: '13911112222' } })
  const buyer = await signIn(env.app)
  const order = await placeTestOrder(shop, buyer, { note: '门口有狗' })
  await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?cursor=secretcursor`)
  await call(env.app, 'POST /api/sessions', { provider: 'key', key: shop.key })
  await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, { receiver })
  const broken = createUploadBody(await picture(20, 20).jpeg().toBuffer())
  await env.app.inject({ method: 'PUT', url: `/api/photos/${newId()}`, ...broken })
  await call(env.app, `GET /nowhere?phone=${receiver.phone}`)
  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(8)
  expect(log).toContain('PUT')
  const secrets = [
    receiver.phone,
    receiver.address,
    receiver.name,
    '13911112222',
    '门口有狗',
    'secretcursor',
    shop.key,
  ]
  for (const secret of [
    ...secrets,
    buyer.token,
    order.id,
    shop.shopId,
    buyer.accountId,
    deviceCookieOf(device) ?? '-',
  ])
    expect(log).not.toContain(secret)
  await env.app.close()
})

test('an unexpected error is logged, and the response hides it', async () => {
  const lines: string[] = []
  const env = await createTestEnvironment({
    logging: { level: 'error', stream: { write: (line) => lines.push(line) } },
    drawTrade: () => {
      throw new Error('the inside of the server')
    },
  })
  const { slug } = await openShop(env)
  const answer = await call(env.app, `GET /s/${slug}/share.jpg`)
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: 'The server failed.',
    status: 500,
    code: 'internal',
  })
  const [logged] = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request failed')
  expect(logged).toMatchObject({ route: '/s/:slug/share.jpg', err: { type: 'Error' } })
  expect(logged.err.stack).toContain('the inside of the server')
  await env.app.close()
})
