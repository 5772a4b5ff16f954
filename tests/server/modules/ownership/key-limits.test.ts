import { shopKey } from '../../../../server/modules/shops/key'
import { call, signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest({ settings: { rateLimits: true } })

const tryKey = (key: string) => call(env.app, 'POST /api/sessions', { provider: 'key', key })

describe('a wrong key', () => {
  const wrong = shopKey('another secret', newId(), 1)

  it('is refused without creating an account, and an address is limited after ten', async () => {
    await openShop(env)
    for (let i = 0; i < 10; i++)
      expect((await tryKey(wrong)).json()).toMatchObject({ status: 403, code: 'key-wrong' })
    const late = await tryKey(wrong)
    expect(late.json()).toMatchObject({ status: 429, code: 'too-many' })
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
    expect(await env.deps.db.query.selectFrom('account').selectAll().execute()).toHaveLength(1)
    env.advance(15 * 60_000)
    expect((await tryKey(wrong)).statusCode).toBe(403)
  })

  it('never blocks a right key, however many wrong ones an address sent', async () => {
    const [first, second] = [await openShop(env), await openShop(env)]
    const strangers = await Promise.all(Array.from({ length: 31 }, () => signIn(env.app)))
    const attempt = (who: (typeof strangers)[0], key: string) =>
      who.call('POST /api/sessions', { provider: 'key', key })
    const codes: number[] = []
    for (const who of strangers)
      for (let i = 0; i < 12; i++) codes.push((await attempt(who, wrong)).statusCode)
    expect(codes.filter((code) => code === 403)).toHaveLength(300)
    expect(codes.at(-1)).toBe(429)
    expect((await attempt(strangers[0] as (typeof strangers)[0], first.key)).statusCode).toBe(200)
    expect((await tryKey(second.key)).statusCode).toBe(200)
  })

  it('is limited per account first, so other accounts at the address get 403', async () => {
    const [one, other] = [await signIn(env.app), await signIn(env.app)]
    const attempt = (who: typeof one) => who.call('POST /api/sessions', { provider: 'key', key: wrong })
    for (let i = 0; i < 10; i++) expect((await attempt(one)).statusCode).toBe(403)
    for (let i = 0; i < 300; i++) expect((await attempt(one)).statusCode).toBe(429)
    expect((await attempt(other)).statusCode).toBe(403)
  })
})

test('a right key works at an address that has reached its limit of new devices', async () => {
  const { key } = await openShop(env)
  for (let i = 0; i < 300; i++) await call(env.app, 'POST /api/sessions', { provider: 'device' })
  const device = await call(env.app, 'POST /api/sessions', { provider: 'device' })
  expect(device.json()).toMatchObject({ status: 429, code: 'too-many' })
  expect((await tryKey(key)).statusCode).toBe(200)
})

test('many accounts at one address share one limit of wrong keys', async () => {
  const wrong = shopKey('another secret', newId(), 1)
  const codes: number[] = []
  for (let i = 0; i < 31; i++) {
    // stays below the limit of requests per address and minute
    env.advance(10_000)
    const who = await signIn(env.app)
    for (let j = 0; j < 10; j++)
      codes.push((await who.call('POST /api/sessions', { provider: 'key', key: wrong })).statusCode)
  }
  expect(codes.filter((code) => code === 403)).toHaveLength(300)
  expect(codes.slice(300)).toEqual(Array.from({ length: 10 }, () => 429))
})
