import { call, signIn } from '../support/api-client'
import { environmentPerTest, newId } from '../support/test-environment'
import { wechatByCode } from '../support/wechat'

const env = environmentPerTest({
  settings: { rateLimits: true, trustProxy: ['loopback'] },
  wechat: wechatByCode(),
})

test('an account over its rate limit gets 429, and another account at the same address does not', async () => {
  const [eager, calm] = [await signIn(env.app), await signIn(env.app)]
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

test('an address over its limit of new devices gets 429, and another address does not', async () => {
  const device = (ip: string) =>
    call(env.app, 'POST /api/sessions', { provider: 'device' }, { 'x-forwarded-for': ip })
  const answers = await Promise.all(Array.from({ length: 301 }, () => device('203.0.113.1')))
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(1)
  expect((await device('203.0.113.2')).statusCode).toBe(200)
})

test('WeChat signs in people who have a session at an address over its limit of sign-ins', async () => {
  const body = { provider: 'wechat', code: newId() }
  const { token } = (await call(env.app, 'POST /api/sessions', body)).json<{ token: string }>()
  for (let i = 0; i < 300; i++) await call(env.app, 'POST /api/sessions', { provider: 'device' })
  expect((await call(env.app, 'POST /api/sessions', body)).statusCode).toBe(429)
  const again = await call(env.app, 'POST /api/sessions', body, { authorization: `Bearer ${token}` })
  expect(again.statusCode).toBe(200)
})
