import { call, cookieOf, signIn } from '../support/person'
import { picture, upload } from '../support/pictures'
import { openShop, placed, receiver } from '../support/shop'
import { makeWorld, newId } from '../support/world'

test('what is logged names nobody: no phone, address, name, token, secret, key, id or query', async () => {
  const lines: string[] = []
  const world = await makeWorld({
    logging: { level: 'trace', stream: { write: (line) => lines.push(line) } },
  })
  const device = await call(world.app, 'POST /api/sessions', { provider: 'device' })
  const shop = await openShop(world, { request: { phone: '13911112222' } })
  const buyer = await signIn(world.app)
  const order = await placed(shop, buyer, { note: '门口有狗' })
  await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?cursor=secretcursor`)
  await call(world.app, 'POST /api/sessions', { provider: 'key', key: shop.key })
  await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, { receiver })
  const broken = upload(await picture(20, 20).jpeg().toBuffer())
  await world.app.inject({ method: 'PUT', url: `/api/photos/${newId()}`, ...broken })
  await call(world.app, `GET /nowhere?phone=${receiver.phone}`)
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
    cookieOf(device) ?? '-',
  ])
    expect(log).not.toContain(secret)
  await world.app.close()
})

test('a fault of the server is logged and hidden', async () => {
  const lines: string[] = []
  const world = await makeWorld({
    logging: { level: 'error', stream: { write: (line) => lines.push(line) } },
    drawing: () => {
      throw new Error('the inside of the server')
    },
  })
  const { slug } = await openShop(world)
  const answer = await call(world.app, `GET /s/${slug}/share.jpg`)
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: 'The server failed.',
    status: 500,
    code: 'internal',
  })
  expect(lines.join('')).toContain('the inside of the server')
  await world.app.close()
})
