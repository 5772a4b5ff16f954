import { DAY_MS } from '../../../../server/jobs/intervals'
import { forgetNetworks, NEAR_MS } from '../../../../server/modules/operator/waves'
import { nearHash } from '../../../../server/modules/quotas/near-hash'
import { type ApiClient, call, signIn } from '../../support/api-client'
import { signInOperator } from '../../support/operator'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, placeTestOrder, stepOrder } from '../../support/test-shop'

const env = environmentPerTest()

const wavesOf = async (operator: ApiClient) => (await operator.call('GET /api/operator/waves')).json().items
const open = async (count: number) => {
  const shops = []
  for (let i = 0; i < count; i++) shops.push(await openShop(env))
  return shops
}
const storefront = async ({ slug }: { slug: string }) =>
  (await call(env.app, `GET /api/storefronts/${slug}`)).statusCode

describe('nearHash', () => {
  it('is the same within a /24 and a /48, another beyond, and another with another secret', () => {
    const hash = (address: string, secret = 'a') => nearHash({ secret }, address)
    expect(hash('203.0.113.7')).toBe(hash('203.0.113.250'))
    expect(hash('203.0.113.7')).not.toBe(hash('203.0.114.7'))
    expect(hash('2001:db8:7:1::/64')).toBe(hash('2001:db8:7:ff::/64'))
    expect(hash('2001:db8:7:1::/64')).not.toBe(hash('2001:db8:8:1::/64'))
    expect(hash('203.0.113.7')).not.toBe(hash('203.0.113.7', 'b'))
    expect(hash('203.0.113.7')).toMatch(/^[\w-]{22}$/)
  })
})

describe('a wave', () => {
  it('is listed from ten shops of a network on, and blocked and undone as one', async () => {
    const operator = await signInOperator(env)
    const alone = (await open(9))[0]
    expect(await wavesOf(operator)).toEqual([])
    const last = (await open(1))[0]
    if (!alone || !last) throw new Error('no shops')
    const [wave] = await wavesOf(operator)
    expect(wave).toMatchObject({ shops: 10, blocked: 0, trusted: 0 })
    expect(wave.names).toHaveLength(5)
    await operator.call(`PUT /api/operator/shops/${alone.shopId}/block`, { blocked: true, reason: '假货' })
    expect(await storefront(last)).toBe(200)

    const url = `/api/operator/waves/${wave.near}/blocks/${newId()}`
    const body = { reason: '一批假店', ownerReason: '请联系我们' }
    expect((await operator.call(`PUT ${url}`, body)).json()).toEqual({ shops: 9 })
    expect((await operator.call(`PUT ${url}`, body)).json()).toEqual({ shops: 9 })
    expect(await storefront(last)).toBe(404)
    const today = (await last.owner.call(`GET /api/shops/${last.shopId}/today`)).json()
    expect(today).toMatchObject({ blocked: true, blockedReason: '请联系我们' })
    const [blocked] = await wavesOf(operator)
    expect(blocked).toMatchObject({ shops: 10, blocked: 10, blockedBy: url.split('/').at(-1) })

    expect((await operator.call(`DELETE ${url}`)).json()).toEqual({ shops: 9 })
    expect((await operator.call(`DELETE ${url}`)).json()).toEqual({ shops: 0 })
    expect([await storefront(last), await storefront(alone)]).toEqual([200, 404])
    const { items } = (await operator.call('GET /api/operator/audit')).json()
    const actions = items.map(({ action }: { action: string }) => action)
    expect(actions.slice(0, 3)).toEqual(['unblock-wave', 'block-wave', 'block'])
  })

  it('leaves a shop blocked that was blocked alone after the wave', async () => {
    const operator = await signInOperator(env)
    const [alone, other] = await open(10)
    if (!alone || !other) throw new Error('no shops')
    const [wave] = await wavesOf(operator)
    const url = `/api/operator/waves/${wave.near}/blocks/${newId()}`
    await operator.call(`PUT ${url}`, { reason: '一批假店' })
    env.advance(1)
    const block = { blocked: true, reason: '这家确实卖假货', ownerReason: '查过了，是假货' }
    await operator.call(`PUT /api/operator/shops/${alone.shopId}/block`, block)
    const today = (await alone.owner.call(`GET /api/shops/${alone.shopId}/today`)).json()
    expect(today.blockedReason).toBe('查过了，是假货')
    expect((await operator.call(`DELETE ${url}`)).json()).toEqual({ shops: 9 })
    expect([await storefront(alone), await storefront(other)]).toEqual([404, 200])
  })

  it('leaves a shop alone that has delivered an order of a later day, and not one that ordered from itself', async () => {
    const operator = await signInOperator(env)
    const [trusted, fake] = await open(10)
    if (!trusted || !fake) throw new Error('no shops')
    const deliver = async (shop: typeof trusted) => {
      const { id } = await placeTestOrder(shop, await signIn(env.app))
      for (const action of ['accept', 'send', 'finish']) await stepOrder(shop, shop.owner, id, action)
    }
    await deliver(fake)
    env.advance(DAY_MS)
    await deliver(trusted)
    await env.deps.db.query
      .updateTable('operator_session')
      .set({ expires_at: env.deps.clock() + 1000 })
      .execute()
    const [wave] = await wavesOf(operator)
    expect(wave).toMatchObject({ shops: 10, trusted: 1 })
    const url = `/api/operator/waves/${wave.near}/blocks/${newId()}`
    expect((await operator.call(`PUT ${url}`, { reason: '一批假店' })).json()).toEqual({ shops: 9 })
    expect([await storefront(trusted), await storefront(fake)]).toEqual([200, 404])
  })

  it('is forgotten after thirty days', async () => {
    await open(1)
    const near = async () =>
      (await env.deps.db.query.selectFrom('shop').select('opened_near').executeTakeFirst())?.opened_near
    env.advance(NEAR_MS)
    await forgetNetworks(env.deps.db.query, env.deps.clock())
    expect(await near()).toEqual(expect.any(String))
    env.advance(1)
    await forgetNetworks(env.deps.db.query, env.deps.clock())
    expect(await near()).toBeNull()
  })
})
