import { identityOf } from '../../../../server/modules/sessions/wechat-user'
import { call, signIn } from '../../support/api-client'
import { grantWechatPay } from '../../support/payments'
import { paymentPath } from '../../support/stories/paying-shop'
import { buyer, env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { openShop, placeTestOrder } from '../../support/test-shop'
import { SERVICE_APPID, SHARED_APPID } from '../../support/wechat'

const OWN_APPID = 'wxseller0001'
const RETURN_URL = 'http://localhost/order?shop=1&order=2'

/** The payments, those of one moment by their role. */
const payments = () =>
  env.deps.db.query.selectFrom('payment').selectAll().orderBy('created_at').orderBy('role', 'desc').execute()

afterEach(tearDown)

describe('two mini-programs on one server', () => {
  const SAME_OPENID = 'o-same'

  it('maps one openid in two mini-programs to two accounts, and pays within the buyer’s appid', async () => {
    await setUp('partner')
    await grantWechatPay(env, shop.shopId, { role: 'partner', merchant: env.merchant, appid: OWN_APPID })
    const inShared = await paying.signIn(SAME_OPENID, env, 'wxpartner0001')
    const inOwn = await paying.signIn(SAME_OPENID, env, OWN_APPID)
    expect(inOwn.accountId).not.toBe(inShared.accountId)

    const id = await paying.placeOrder(inOwn)
    const answer = await paying.start(id, newId(), { place: 'own-app' }, inOwn)
    expect(answer.json().till.params.appId).toBe(OWN_APPID)
    expect(env.simulator.cashier(answer.json().till.params, 'pay')).toBe('requestPayment:ok')
    await env.pass(0)
    expect((await paying.orderNow(id, inOwn)).payment.state).toBe('paid')
    expect((await inShared.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).statusCode).toBe(404)
    expect((await payments()).map(({ appid, openid }) => [appid, openid])).toEqual([[OWN_APPID, SAME_OPENID]])
  })

  it('pays in both mini-programs, and shows no openid in replies', async () => {
    await setUp('platform', { others: ['partner'] })
    const own = await openShop(env)
    await grantWechatPay(env, own.shopId, { role: 'partner', merchant: env.merchant, appid: OWN_APPID })
    const places = [
      { at: shop, place: 'shared-app', appid: 'wxplatform0001', openid: 'o-shared' },
      { at: own, place: 'own-app', appid: OWN_APPID, openid: 'o-own' },
    ]
    const seen: string[] = []
    for (const { at, place, appid, openid } of places) {
      const who = await paying.signIn(openid, env, appid)
      const { id } = await placeTestOrder(at, who, { payment: { method: 'wechat' } })
      const begun = await who.call(`PUT ${paymentPath(at, id, newId())}`, { place })
      expect(env.simulator.cashier(begun.json().till.params, 'pay')).toBe('requestPayment:ok')
      await env.pass(0)
      const order = await who.call(`GET /api/shops/${at.shopId}/orders/${id}`)
      expect(order.json().order.payment.state).toBe('paid')
      seen.push(begun.body, order.body, (await who.call('GET /api/me/orders')).body)
    }
    expect((await payments()).map(({ role, appid, openid }) => [role, appid, openid])).toEqual([
      ['platform', 'wxplatform0001', 'o-shared'],
      ['partner', OWN_APPID, 'o-own'],
    ])
    for (const { openid } of places) expect(seen.join()).not.toContain(openid)
  })

  it('refuses a payment in one mini-program by an openid of the other', async () => {
    await setUp()
    const stranger = await paying.signIn(SAME_OPENID, env, OWN_APPID)
    const id = await paying.placeOrder(stranger)
    expect((await paying.start(id, newId(), { place: 'shared-app' }, stranger)).json().code).toBe(
      'payment-unavailable',
    )
    expect(await payments()).toEqual([])
  })
})

describe('a user who signed in before openids were stored with their appid', () => {
  it('keeps the account, its orders and its open sessions', async () => {
    await setUp()
    const id = await paying.placeOrder()
    for (const table of ['identity', 'session'] as const)
      await env.deps.db.query
        .updateTable(table)
        .set({ subject: 'o-buyer' })
        .where('provider', '=', 'wechat')
        .execute()
    expect((await paying.orderNow(id)).state).toBe('placed')
    const again = await paying.signIn('o-buyer')
    expect(again.accountId).toBe(buyer.accountId)
    const { params } = await paying.openTill(id)
    expect(params.appId).toBe(SHARED_APPID)
    const subjects = await env.deps.db.query
      .selectFrom('session')
      .select('subject')
      .where('account_id', '=', buyer.accountId)
      .distinct()
      .execute()
    expect(subjects).toEqual([{ subject: identityOf({ appid: SHARED_APPID, openid: 'o-buyer' }).subject }])
  })
})

describe("a payment in WeChat's browser", () => {
  const inBrowser = (more: object = {}) => ({ place: 'wechat-browser', returnUrl: RETURN_URL, ...more })

  it('signs the buyer in by the service account first, and is then paid within its appid', async () => {
    await setUp()
    const reader = await signIn(env.app)
    const [id, paymentId] = [await paying.placeOrder(reader), newId()]
    const first = (await paying.start(id, paymentId, inBrowser(), reader)).json()
    expect(first.till).toEqual({
      kind: 'redirect',
      url: `https://open.example/?${new URLSearchParams({ returnUrl: RETURN_URL })}`,
    })
    const second = (await paying.start(id, paymentId, inBrowser({ code: 'one' }), reader)).json()
    expect(second.till.params.appId).toBe(SERVICE_APPID)
    // the page may be loaded again with its code, which is used by then
    const third = (await paying.start(id, paymentId, inBrowser({ code: 'used' }), reader)).json()
    expect(env.simulator.cashier(third.till.params, 'pay')).toBe('requestPayment:ok')
    await env.pass(0)
    expect((await paying.orderNow(id, reader)).payment.state).toBe('paid')
    expect((await payments()).map(({ appid, openid }) => [appid, openid])).toEqual([
      [SERVICE_APPID, 'of-one'],
    ])
    await paying.step(reader, id, 'cancel')
    await paying.settleRefunds()
    expect((await paying.orderNow(id, reader)).payment.state).toBe('refunded')
  })

  it('is rejected with a code that WeChat does not accept', async () => {
    await setUp()
    const reader = await signIn(env.app)
    const id = await paying.placeOrder(reader)
    const answer = await paying.start(id, newId(), inBrowser({ code: 'used' }), reader)
    expect(answer.json()).toMatchObject({ code: 'bad-input', fields: [{ path: '/code' }] })
  })

  it('returns only to pages of this site or of the requesting compiled site', async () => {
    await setUp()
    const reader = await signIn(env.app)
    const id = await paying.placeOrder(reader)
    const returnTo = async (returnUrl: string | undefined, headers = {}) => {
      const body = { place: 'wechat-browser', ...(returnUrl === undefined ? {} : { returnUrl }) }
      return (await reader.call(`PUT ${paymentPath(shop, id, newId())}`, body, headers)).json()
    }
    for (const wrong of ['https://elsewhere.example/', 'http://localhost.example/'])
      expect(await returnTo(wrong)).toMatchObject({ code: 'bad-input', fields: [{ path: '/returnUrl' }] })
    const host = 'http://localhost'
    expect((await returnTo('http://LOCALHOST:80/./order?a=1')).till.url).toContain(
      new URLSearchParams({ returnUrl: `${host}/order?a=1` }).toString(),
    )
    expect(await returnTo(undefined)).toMatchObject({ code: 'bad-input', fields: [{ path: '/returnUrl' }] })
    const compiled = 'https://shop-of-its-own.example'
    expect((await returnTo(`${compiled}/#/order`, { origin: compiled })).till.kind).toBe('redirect')
  })
})

describe('onlinePayments of a storefront', () => {
  const onlinePayments = async () =>
    (await call(env.app, `GET /api/storefronts/${shop.slug}`)).json().onlinePayments

  it('lists the places of each method, and is absent when the shop offers none', async () => {
    await setUp()
    await grantWechatPay(env, shop.shopId, { merchant: env.merchant, h5: false, browser: true })
    await offer(['wechat', 'on-delivery', 'on-pickup'])
    expect(await onlinePayments()).toEqual([
      { method: 'wechat', places: ['shared-app', 'wechat-browser', 'computer'] },
    ])
    await offer(['on-delivery', 'on-pickup'])
    expect(await onlinePayments()).toBeUndefined()
  })

  const offer = async (payments: string[]) => {
    const { shop: now } = (await shop.owner.call(`GET /api/shops/${shop.shopId}`)).json()
    const { version, name, fulfilments, freight } = now
    const settings = { name, fulfilments, payments, freight }
    const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, { version, ...settings })
    expect(answer.statusCode).toBe(200)
  }
})
