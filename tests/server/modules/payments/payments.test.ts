import { wechatPayRoles } from '@/domain/payment/payment-rights'
import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { textId } from '../../../../server/modules/content/store'
import { decideById } from '../../../../server/operator/shop-actions'
import { checkWritten } from '../../support/content'
import { ledgerOf } from '../../support/ledger'
import { grantWechatPay } from '../../support/payments'
import { buyer, env, MINUTE, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { placeTestOrder } from '../../support/test-shop'

/** The appid of the shop's own mini-program. */
const OWN_APPID = 'wxseller0001'

afterEach(tearDown)

describe.each(wechatPayRoles)('a payment by WeChat Pay in the role %s', (role) => {
  it('is paid by the notice, and refunded in full when the shop cancels the order', async () => {
    await setUp(role)
    const place = role === 'platform' ? 'shared-app' : 'own-app'
    if (role === 'partner') await grantWechatPay(env, shop.shopId, { role, appid: OWN_APPID })
    const who = role === 'partner' ? await paying.signIn('o-buyer', env, OWN_APPID) : buyer
    const id = await paying.placeOrder(who)
    const answer = await paying.start(id, newId(), { place }, who)
    expect(answer.statusCode).toBe(200)
    const { till } = answer.json<{ till: { params: CashierParams } }>()
    expect(env.simulator.cashier(till.params, 'pay')).toBe('requestPayment:ok')
    await env.pass(0)
    expect(await paying.orderNow(id, who)).toMatchObject({
      state: 'placed',
      payment: { method: 'wechat', state: 'paid' },
    })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 5000, sales: -5000 })
    expect((await paying.step(shop.owner, id, 'cancel')).json()).toMatchObject({
      ...{ state: 'cancelled', payment: { state: 'refunding' } },
    })
    await paying.settleRefunds()
    expect(await paying.orderNow(id, who)).toMatchObject({
      state: 'cancelled',
      payment: { state: 'refunded' },
    })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ returns: 5000, sales: -5000 })
  })
})

const attempts = async () =>
  (await env.deps.db.query.selectFrom('payment').select('state').execute()).map(({ state }) => state)

describe('a payment', () => {
  beforeEach(() => setUp())

  it('opens the same till again when its request is repeated', async () => {
    const id = await paying.placeOrder()
    const first = await paying.openTill(id)
    const second = await paying.openTill(id, first.paymentId)
    expect(env.simulator.cashier(second.params, 'pay')).toBe('requestPayment:ok')
    expect(env.simulator.cashier(first.params, 'pay')).not.toBe('requestPayment:ok')
    expect((await paying.start(id, first.paymentId, { place: 'wechat-browser' })).json().code).toBe(
      'idempotency-conflict',
    )
  })

  it('is described by the shop and the goods, also after the shop has changed its name', async () => {
    const [id, paymentId] = [await paying.placeOrder(), newId()]
    await paying.openTill(id, paymentId)
    await env.deps.db.query.updateTable('shop').set({ name: '新名字' }).execute()
    await paying.openTill(id, paymentId)
    expect(env.simulator.transactions.all()).toMatchObject([{ description: '核桃小店 第 1 号单 核桃' }])
  })

  it('is described without a name that is hidden', async () => {
    const id = await paying.placeOrder()
    await decideById(env.deps, textId('核桃'), 'risky', true)
    await checkWritten(env)
    await paying.openTill(id)
    expect(env.simulator.transactions.all()).toMatchObject([{ description: '核桃小店 第 1 号单 ***' }])
  })

  it('is made on a computer by a QR code that a phone scans', async () => {
    const [id, paymentId] = [await paying.placeOrder(), newId()]
    const { till } = (await paying.start(id, paymentId, { place: 'computer' })).json()
    expect(till).toMatchObject({ kind: 'qr-code', image: expect.stringMatching(/^data:image\/svg\+xml,/) })
    const [transaction] = env.simulator.transactions.all()
    if (transaction) env.simulator.pay(transaction)
    await env.pass(0)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
  })

  it('can be made after the buyer cancelled the cashier once', async () => {
    const id = await paying.placeOrder()
    const { params, paymentId } = await paying.openTill(id)
    expect(env.simulator.cashier(params, 'cancel')).toBe('requestPayment:fail cancel')
    expect((await paying.ask(id, paymentId)).payment.state).toBe('open')
    env.simulator.cashier((await paying.openTill(id)).params, 'pay')
    await env.pass(0)
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
  })

  it('is queried at the service when its notice is lost, at most every two seconds', async () => {
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const id = await paying.placeOrder()
    const { params, paymentId } = await paying.openTill(id)
    expect((await paying.ask(id, paymentId)).payment.state).toBe('open')
    env.simulator.cashier(params, 'pay')
    expect((await paying.ask(id, paymentId)).payment.state).toBe('open')
    await env.pass(2000)
    expect(await paying.ask(id, paymentId)).toMatchObject({
      payment: { state: 'paid' },
      order: { payment: { state: 'paid' } },
    })
  })

  it('replies paid when its request is repeated after the payment', async () => {
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const id = await paying.placeOrder()
    const { params, paymentId } = await paying.openTill(id)
    env.simulator.cashier(params, 'pay')
    const again = (await paying.start(id, paymentId)).json()
    expect(again).toMatchObject({ state: 'paid' })
    expect(again).not.toHaveProperty('till')
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
  })

  it('stays open when the service refuses it without a state, and is settled by a later job', async () => {
    env.simulator.notices.faults = { ...env.simulator.notices.faults, lost: true }
    const id = await paying.placeOrder()
    const { params, paymentId } = await paying.openTill(id)
    env.simulator.cashier(params, 'pay')
    const { gateway } = env.deps.payments.wechat.platform ?? {}
    if (!gateway) throw new Error('no gateway')
    const query = jest.spyOn(gateway, 'query').mockRejectedValueOnce(new Error('no answer'))
    expect((await paying.start(id, paymentId)).json().code).toBe('payment-unavailable')
    query.mockRestore()
    await env.pass(15 * MINUTE)
    await env.app.worker.runDue()
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
  })

  it('stays open while the service is down, and can be continued afterwards', async () => {
    const id = await paying.placeOrder()
    env.simulator.faults = { ...env.simulator.faults, down: true }
    const paymentId = newId()
    expect((await paying.start(id, paymentId)).json()).toMatchObject({ code: 'unavailable', status: 503 })
    expect((await paying.ask(id, paymentId)).payment.state).toBe('open')
    env.simulator.faults = { ...env.simulator.faults, down: false }
    expect((await paying.start(id, paymentId)).statusCode).toBe(200)
  })

  it('is closed after another payment of the order once the service answers again', async () => {
    const id = await paying.placeOrder()
    const [first, second] = [await paying.openTill(id), await paying.openTill(id)]
    env.simulator.cashier(first.params, 'pay')
    await env.pass(0)
    env.simulator.faults = { ...env.simulator.faults, down: true }
    await env.runAfter(15 * MINUTE)
    expect((await paying.ask(id, second.paymentId)).payment.state).toBe('open')
    env.simulator.faults = { ...env.simulator.faults, down: false }
    await env.runAfter(15 * MINUTE)
    expect((await paying.ask(id, second.paymentId)).payment.state).toBe('closed')
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
  })

  it('is refunded when another payment has paid its order', async () => {
    const id = await paying.placeOrder()
    const [first, second] = [await paying.openTill(id), await paying.openTill(id)]
    env.simulator.cashier(first.params, 'pay')
    env.simulator.cashier(second.params, 'pay')
    await env.pass(0)
    expect(await paying.refundRows()).toMatchObject([
      { amount: 5000, reason: 'paid-twice', state: 'requested' },
    ])
    await paying.settleRefunds()
    expect(await paying.refundRows()).toMatchObject([{ state: 'done' }])
    expect(await paying.orderNow(id)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 5000, sales: -5000 })
  })

  it('is confirmed once by repeated notices, and not by forged notices', async () => {
    env.simulator.notices.faults = { ...env.simulator.notices.faults, copies: 3, forged: true }
    const id = await paying.payOrder()
    for (let i = 0; i < 3; i++) await env.pass(MINUTE)
    const { deliveries } = env.simulator.notices
    const statuses = (isForged: boolean) =>
      deliveries.filter(({ eventType }) => (eventType === 'FORGED') === isForged).map(({ status }) => status)
    expect(statuses(false)).toEqual([204, 204, 204])
    expect(statuses(true)).toEqual([401, 401, 401])
    expect((await paying.orderNow(id)).history).toMatchObject([{ action: 'confirm', by: 'gateway' }])
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 5000, sales: -5000 })
  })

  it('is not confirmed when the service names another amount', async () => {
    const id = await paying.placeOrder()
    const { params } = await paying.openTill(id)
    await env.deps.db.query.updateTable('payment').set({ amount: 4999 }).execute()
    env.simulator.cashier(params, 'pay')
    await env.pass(0)
    expect(env.simulator.notices.deliveries.at(-1)).toMatchObject({ status: 422 })
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'pending' } })
    expect(await attempts()).toEqual(['closed'])
  })

  it('can be started by the buyer only, and at most twenty times for an order', async () => {
    const id = await paying.placeOrder()
    expect((await paying.start(id, newId(), undefined, shop.owner)).statusCode).toBe(404)
    expect((await paying.start(id, newId(), undefined, await paying.signIn('o-other'))).statusCode).toBe(404)
    for (let i = 0; i < 20; i++) await paying.openTill(id)
    expect((await paying.start(id)).json().code).toBe('too-many-steps')
  })

  it.each([
    ['where the seller has no right to be paid', { place: 'own-app' }],
    ['in Alipay', { place: 'alipay' }],
  ])('is unavailable %s', async (_, body) => {
    const id = await paying.placeOrder()
    expect((await paying.start(id, newId(), body)).json().code).toBe('payment-unavailable')
  })

  it('is unavailable to a buyer without an openid, and for an order that is paid in person', async () => {
    const { owner } = shop
    const order = await placeTestOrder(shop, owner, { payment: { method: 'wechat' } })
    expect((await paying.start(order.id, newId(), undefined, owner)).json().code).toBe('payment-unavailable')
    const inPerson = await placeTestOrder(shop, buyer)
    expect((await paying.start(inPerson.id)).json()).toMatchObject({
      code: 'not-allowed-now',
      current: { id: inPerson.id },
    })
  })
})

describe('a payment to a shop of the role direct', () => {
  const OTHER = '1900000009'
  const place = { place: 'own-app' }
  const connected = async () =>
    (await shop.owner.call(`GET /api/shops/${shop.shopId}/payment-rights`)).json().connected

  beforeEach(() => setUp('direct'))

  it('is unavailable while the grant names another merchant than the server has', async () => {
    const id = await paying.placeOrder()
    expect(await connected()).toEqual(['wechat'])
    await grantWechatPay(env, shop.shopId, { role: 'direct', merchant: OTHER })
    expect((await paying.start(id, newId(), place)).json().code).toBe('payment-unavailable')
    expect(await connected()).toEqual([])
    await grantWechatPay(env, shop.shopId, { role: 'direct', merchant: env.merchant })
    expect((await paying.start(id, newId(), place)).statusCode).toBe(200)
  })

  it('is unavailable when it was started for another merchant', async () => {
    const [id, paymentId] = [await paying.placeOrder(), newId()]
    expect((await paying.start(id, paymentId, place)).statusCode).toBe(200)
    await env.deps.db.query.updateTable('payment').set({ merchant: OTHER }).execute()
    expect((await paying.start(id, paymentId, place)).json().code).toBe('payment-unavailable')
  })
})

describe('GET /api/shops/:shopId/payment-rights', () => {
  it('returns the granted methods and the connected services to the owner', async () => {
    await setUp()
    const read = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/payment-rights`)).json()
    expect(await read()).toEqual({
      subject: 'company',
      grants: { wechat: 'platform', wechatH5: true, wechatBrowser: true },
      connected: ['wechat'],
      canApply: true,
    })
    await env.deps.db.query.updateTable('shop').set({ payment_grants: null }).execute()
    expect(await read()).toEqual({
      subject: 'none',
      grants: { wechatH5: false, wechatBrowser: false },
      connected: ['wechat'],
      canApply: true,
    })
  })
})
