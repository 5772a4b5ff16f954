import { call, signIn } from '../support/person'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeEach(async () => {
  world = await makeWorld({ settings: { rateLimits: true, trustProxy: ['loopback'] } })
})
afterEach(() => world.app.close())

test('an account that asks too often has to wait; another one on the same address does not', async () => {
  const [eager, calm] = [await signIn(world.app), await signIn(world.app)]
  const order = (who: typeof eager) => who.call(`PUT /api/shops/${newId()}/orders/${newId()}`, {})
  const codes: number[] = []
  for (let i = 0; i < 31; i++) codes.push((await order(eager)).statusCode)
  expect(codes.slice(0, 30)).not.toContain(429)
  const last = await order(eager)
  expect(last.json()).toMatchObject({ status: 429, code: 'too-many' })
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  expect((await order(calm)).statusCode).toBe(400)
  expect((await eager.call('GET /api/me/orders')).statusCode).toBe(200)
})

test('an address that makes too many devices has to wait, another address does not', async () => {
  const device = (ip: string) =>
    call(world.app, 'POST /api/sessions', { provider: 'device' }, { 'x-forwarded-for': ip })
  const answers = await Promise.all(Array.from({ length: 301 }, () => device('203.0.113.1')))
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(1)
  expect((await device('203.0.113.2')).statusCode).toBe(200)
})
