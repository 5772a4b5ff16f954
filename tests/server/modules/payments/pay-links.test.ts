import { personalCopyWords } from '@/locales/person/personal-copy'
import { type ApiClient, signIn } from '../../support/api-client'
import { ledgerOf } from '../../support/ledger'
import { buyer, env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'

let payer: ApiClient

beforeEach(async () => {
  await setUp()
  payer = await paying.signIn('o-relative')
})
afterEach(tearDown)

const orderPath = (id: string) => `/api/shops/${shop.shopId}/orders/${id}`

const keyOf = async (id: string, who = buyer): Promise<string> =>
  (await who.call(`GET ${orderPath(id)}`)).json().payLinkKey

const linkPath = async (id: string) => `${orderPath(id)}/pay-links/${await keyOf(id)}`

const begin = (link: string, who = payer, paymentId = newId()) =>
  who.call(`PUT ${link}/attempts/${paymentId}`, { place: 'shared-app' })

describe('the link to pay an order', () => {
  it('shows goods and amounts, and nothing about the buyer', async () => {
    const id = await paying.placeOrder()
    const reply = await payer.call(`GET ${await linkPath(id)}`)
    expect(reply.json()).toMatchObject({
      ...{ shop: { name: '核桃小店' }, total: 5000, payment: { method: 'wechat', state: 'pending' } },
      lines: [{ name: '核桃', quantity: 2 }],
    })
    for (const secret of ['13800000000', '收货人', '城关镇', 'receiver', 'note'])
      expect(reply.body).not.toContain(secret)
  })

  it('lets another person pay, who gets no access to the order', async () => {
    const id = await paying.placeOrder()
    const [link, paymentId] = [await linkPath(id), newId()]
    const { till } = (await begin(link, payer, paymentId)).json()
    expect(env.simulator.cashier(till.params, 'pay')).toBe('requestPayment:ok')
    await env.pass(0)
    expect((await payer.call(`GET ${link}/attempts/${paymentId}`)).json()).toMatchObject({
      ...{ payment: { state: 'paid' }, order: { payment: { state: 'paid' } } },
    })
    expect(await paying.orderNow(id)).toMatchObject({ state: 'placed', payment: { state: 'paid' } })
    expect(env.simulator.transactions.all()[0]).toMatchObject({ openid: 'o-relative' })
    expect((await payer.call(`GET ${orderPath(id)}`)).statusCode).toBe(404)
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 5000, sales: -5000 })
  })

  it('refunds the second payment when the buyer pays as well', async () => {
    const id = await paying.placeOrder()
    const link = await linkPath(id)
    const [own, { till }] = [await paying.openTill(id), (await begin(link)).json()]
    env.simulator.cashier(till.params, 'pay')
    env.simulator.cashier(own.params, 'pay')
    await env.pass(0)
    await paying.settleRefunds()
    expect(await paying.orderNow(id)).toMatchObject({ payment: { state: 'paid' } })
    expect(await ledgerOf(env, shop.shopId, id)).toEqual({ wechat: 5000, sales: -5000 })
  })

  it('reports a refund to the payer of a second or late payment only', async () => {
    const [twice, late] = [await paying.placeOrder(), await paying.placeOrder()]
    const returnedOf = async (link: string, paymentId: string) =>
      (await payer.call(`GET ${link}/attempts/${paymentId}`)).json().payment.returned
    const [first, second, third] = [newId(), newId(), newId()]
    const link = await linkPath(twice)
    const tills = [
      (await begin(link, payer, first)).json().till,
      (await begin(link, payer, second)).json().till,
    ]
    for (const { params } of tills) {
      env.simulator.cashier(params, 'pay')
      await env.pass(0)
    }
    expect(await returnedOf(link, first)).toBeUndefined()
    expect(await returnedOf(link, second)).toBe('requested')
    const lateLink = await linkPath(late)
    const { till } = (await begin(lateLink, payer, third)).json()
    await paying.step(buyer, late, 'cancel')
    env.simulator.cashier(till.params, 'pay')
    await env.pass(0)
    expect((await payer.call(`GET ${lateLink}/attempts/${third}`)).json()).toMatchObject({
      ...{ payment: { state: 'paid', returned: 'requested' }, order: { state: 'cancelled' } },
    })
    await paying.settleRefunds()
    expect(await returnedOf(lateLink, third)).toBe('done')
  })

  it('refunds the payer when the order is cancelled', async () => {
    const id = await paying.placeOrder()
    const { till } = (await begin(await linkPath(id))).json()
    env.simulator.cashier(till.params, 'pay')
    await env.pass(0)
    await paying.step(shop.owner, id, 'cancel')
    await paying.settleRefunds()
    const [transaction] = env.simulator.transactions.all()
    expect(transaction?.refunds).toMatchObject([{ amount: 5000 }])
  })

  it('is not found with another key, and the key opens no other order', async () => {
    const [one, other] = [await paying.placeOrder(), await paying.placeOrder()]
    const key = await keyOf(one)
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    for (const path of [`${orderPath(one)}/pay-links/${wrong}`, `${orderPath(other)}/pay-links/${key}`]) {
      expect((await payer.call(`GET ${path}`)).json().code).toBe('not-found')
      expect((await begin(path)).json().code).toBe('not-found')
    }
    expect((await payer.call(`GET ${orderPath(one)}/pay-links/short`)).json().code).toBe('not-found')
  })

  it('is given to the buyer only, and only while the order waits for its payment', async () => {
    const id = await paying.placeOrder()
    const link = await linkPath(id)
    expect(await keyOf(id, shop.owner)).toBeUndefined()
    await paying.step(buyer, id, 'cancel')
    expect(await keyOf(id)).toBeUndefined()
    const refused = await begin(link)
    expect(refused.json()).toEqual(expect.objectContaining({ code: 'not-allowed-now' }))
    expect(refused.body).not.toContain('13800000000')
    expect((await payer.call(`GET ${link}`)).json()).toMatchObject({ state: 'cancelled' })
  })

  it('keeps payments of different payers apart', async () => {
    const id = await paying.placeOrder()
    const [link, paymentId] = [await linkPath(id), newId()]
    await begin(link, payer, paymentId)
    const other = await paying.signIn('o-other')
    expect((await begin(link, other, paymentId)).json().code).toBe('idempotency-conflict')
    expect((await other.call(`GET ${link}/attempts/${paymentId}`)).json().code).toBe('not-found')
    expect((await begin(link, await signIn(env.app))).json().code).toBe('payment-unavailable')
  })

  it('counts the payments of each payer, and those of all payers apart from the buyer’s', async () => {
    const id = await paying.placeOrder()
    const link = await linkPath(id)
    for (let i = 0; i < 20; i++) expect((await begin(link)).statusCode).toBe(200)
    expect((await begin(link)).json().code).toBe('too-many-steps')
    expect((await begin(link, await paying.signIn('o-other'))).statusCode).toBe(200)
    await paying.openTill(id)
    const own = await env.deps.db.query.selectFrom('payment').selectAll().executeTakeFirstOrThrow()
    const others = Array.from({ length: 79 }, (_, i) => ({
      ...own,
      ...{ id: newId(), number: `OTHER${i}`, payer_id: `other-${i}` },
    }))
    await env.deps.db.query.insertInto('payment').values(others).execute()
    expect((await begin(link, await paying.signIn('o-third'))).json().code).toBe('too-many-steps')
    await paying.openTill(id)
  })
})

describe('payment for the order of another person', () => {
  const payments = () =>
    env.deps.db.query.selectFrom('payment').select(['payer_id', 'openid', 'amount', 'state']).execute()

  /** Places an order, which the payer pays by its link. */
  async function payByLink(): Promise<string> {
    const id = await paying.placeOrder()
    const { till } = (await begin(await linkPath(id))).json()
    env.simulator.cashier(till.params, 'pay')
    await env.pass(0)
    return id
  }

  it('is part of the payer’s copy of personal data', async () => {
    await payByLink()
    const link = await payer.call('POST /api/me/data/copies', { id: newId() })
    const page = await payer.call(`GET ${new URL(link.json<{ url: string }>().url).pathname}`)
    expect(page.body).toContain(personalCopyWords.paidForOthers)
    expect(page.body).toMatch(/核桃小店，\d{4}-\d{2}-\d{2}<br>手机上付钱 ¥50/)
    expect(page.body).not.toContain('13800000000')
  })

  it('is not linked to the payer after the payer has deleted the personal data', async () => {
    const id = await payByLink()
    for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
    expect(await payments()).toMatchObject([{ payer_id: payer.accountId, openid: 'o-relative' }])
    expect((await payer.call('DELETE /api/me/data')).json()).toEqual({ isAccountKept: false })
    const [payment] = await payments()
    expect(payment).toMatchObject({ openid: null, amount: 5000, state: 'paid' })
    expect([payer.accountId, buyer.accountId]).not.toContain(payment?.payer_id)
    expect(await paying.orderNow(id)).toMatchObject({ state: 'done', payment: { state: 'paid' } })
  })

  it('blocks the deletion of the payer’s data until the order is reported to WeChat', async () => {
    const id = await payByLink()
    const refused = await payer.call('DELETE /api/me/data')
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'not-allowed-now', current: { orders: 0, openOrders: [{ id, isOthers: true }] } },
    ])
    expect((await buyer.call('GET /api/me/data')).json().openOrders).toEqual([
      expect.not.objectContaining({ isOthers: true }),
    ])
    await env.deps.db.query.updateTable('payment').set({ shipping: 'reported' }).execute()
    expect((await payer.call('DELETE /api/me/data')).statusCode).toBe(200)
  })
})
