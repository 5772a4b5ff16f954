import { ledgerOf } from '../../support/ledger'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'

afterEach(tearDown)

const orderPath = (id: string) => `/api/shops/${shop.shopId}/orders/${id}`
const choose = (id: string, method: string, who = buyer) =>
  who.call(`PUT ${orderPath(id)}/payment-method`, { method })
const otherMethods = async (id: string, who = buyer) =>
  (await who.call(`GET ${orderPath(id)}`)).json().otherMethods
const attemptStates = async () =>
  (await env.deps.db.query.selectFrom('payment').select('state').orderBy('created_at').execute()).map(
    ({ state }) => state,
  )

describe('choosing another payment method', () => {
  it('turns an order that waits for its payment into one that is paid in person, and announces it', async () => {
    await setUp()
    const id = await paying.placeOrder()
    expect(await otherMethods(id)).toEqual([{ method: 'on-delivery' }])
    const reply = await choose(id, 'on-delivery')
    expect(reply.json()).toMatchObject({
      ...{ state: 'placed', payment: { method: 'on-delivery', state: 'due' } },
      history: [{ action: 'change-method', by: 'buyer' }],
      expiresAt: expect.any(Number),
    })
    expect(reply.json().payUntil).toBeUndefined()
    expect(await otherMethods(id)).toBeUndefined()
    await env.pass(16 * MINUTE)
    expect(await paying.orderNow(id)).toMatchObject({ state: 'placed', payment: { state: 'due' } })
    for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ cash: 5000, sales: -5000 })
  })

  it('answers the same when it is repeated', async () => {
    await setUp()
    const id = await paying.placeOrder()
    const first = await choose(id, 'on-delivery')
    expect((await choose(id, 'on-delivery')).json()).toEqual(first.json())
  })

  it('closes a payment under way at its service first', async () => {
    await setUp()
    const id = await paying.placeOrder()
    const { params } = await paying.openTill(id)
    expect((await choose(id, 'on-delivery')).statusCode).toBe(200)
    expect(await attemptStates()).toEqual(['closed'])
    expect(env.simulator.cashier(params, 'pay')).toContain('fail')
  })

  it('is refused with the paid order when the payment was faster and its notice was lost', async () => {
    await setUp()
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const id = await paying.placeOrder()
    const { params } = await paying.openTill(id)
    env.simulator.cashier(params, 'pay')
    expect((await choose(id, 'on-delivery')).json()).toMatchObject({
      ...{ code: 'not-allowed-now', current: { payment: { method: 'wechat', state: 'paid' } } },
    })
  })

  it('changes nothing while the service does not answer', async () => {
    await setUp()
    const id = await paying.placeOrder()
    await paying.openTill(id)
    env.simulator.faults = { ...env.simulator.faults, down: true }
    expect((await choose(id, 'on-delivery')).json().code).toBe('unavailable')
    expect(await paying.orderNow(id)).toMatchObject({ payment: { method: 'wechat', state: 'pending' } })
    env.simulator.faults = { ...env.simulator.faults, down: false }
    expect((await choose(id, 'on-delivery')).statusCode).toBe(200)
  })

  it('is refused to others, for methods that do not fit, and once the order is paid or cancelled', async () => {
    await setUp()
    const [id, paid] = [await paying.placeOrder(), await paying.payOrder()]
    expect((await choose(id, 'on-delivery', await paying.signIn('o-other'))).statusCode).toBe(404)
    expect((await choose(id, 'on-delivery', shop.owner)).json().code).toBe('not-allowed-now')
    for (const method of ['on-pickup', 'alipay'])
      expect((await choose(id, method)).json().code).toBe('payment-unavailable')
    expect((await choose(paid, 'on-delivery')).json().code).toBe('not-allowed-now')
    await paying.step(buyer, id, 'cancel')
    expect((await choose(id, 'on-delivery')).json()).toMatchObject({
      ...{ code: 'not-allowed-now', current: { state: 'cancelled' } },
    })
  })
})
