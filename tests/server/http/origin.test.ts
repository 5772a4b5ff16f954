import type { FastifyRequest } from 'fastify'
import { originOf } from '../../../server/http/origin'
import type { WorldSettings } from '../../../server/parts'
import { call, signIn } from '../support/person'
import { openShop } from '../support/shop'
import { makeWorld, newId } from '../support/world'

const of = (host: string, protocol = 'http', publicUrl?: string) =>
  originOf({ publicUrl } as WorldSettings, { host, protocol } as FastifyRequest)

test.each(['shop.example', '192.168.1.7:4180', 'localhost:1', '[::1]:4180', 'a_b.example', 'phone'])(
  '%s is a host',
  (host) => {
    expect(of(host)).toBe(`http://${host}`)
  },
)

test.each([
  '',
  ' ',
  'a b',
  'evil/..',
  'evil?x',
  'evil#x',
  'a"><script>',
  'user@evil',
  'evil:port',
  '-',
  'a\u0000',
  '字',
  `${'a'.repeat(300)}.example`,
  '[::1',
  'a:1:2',
])('%j is none, and goes into no address', (host) => {
  expect(of(host)).toBe('http://localhost')
})

test('the address that was set goes before what a request says', () => {
  expect(of('evil.example', 'http', 'https://shop.example')).toBe('https://shop.example')
  expect(of('shop.example', 'javascript')).toBe('http://shop.example')
})

test('a shop that is opened under a strange host has no strange address', async () => {
  const world = await makeWorld()
  const owner = await signIn(world.app)
  const { request } = await openShop(world, { owner })
  const products = request.products.map((product) => ({
    ...product,
    id: newId(),
    skus: product.skus.map((sku) => ({ ...sku, id: newId() })),
  }))
  const answer = await call(
    world.app,
    `PUT /api/shops/${newId()}`,
    { ...request, products },
    {
      authorization: `Bearer ${owner.token}`,
      host: 'evil.example/<b>?',
    },
  )
  expect(answer.json().url).toMatch(/^http:\/\/localhost\/s\/[0-9a-z]{8}$/)
  await world.app.close()
})
