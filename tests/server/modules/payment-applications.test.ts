import { grantPayments } from '../../../server/operator/grant-payments'
import {
  applicationAtWechat,
  apply,
  env,
  HOUR,
  MINUTE,
  pass,
  rights,
  send,
  setUp,
  shop,
  sign,
  tearDown,
} from '../support/application-story'
import { photographPapers, sampleLicence, samplePapers, sendPaper } from '../support/papers'
import { grantWechatPay } from '../support/payments'
import { picture } from '../support/pictures'

const DAY = 24 * HOUR

beforeEach(setUp)
afterEach(tearDown)

const today = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json()
const storefront = async () => (await env.app.inject(`/api/storefronts/${shop.slug}`)).json()

describe('an application to WeChat Pay', () => {
  it('is audited, signed and accepted, and from then on the shop offers WeChat Pay', async () => {
    expect(await rights()).toMatchObject({ subject: 'none', canApply: true, connected: ['wechat'] })
    expect((await storefront()).shop.payments).not.toContain('wechat')
    await apply()
    await pass(MINUTE)
    expect((await rights()).application).toMatchObject({ subject: 'micro', state: 'auditing', reasons: [] })
    await pass(15 * MINUTE)
    const { application } = await rights()
    expect(application).toMatchObject({ state: 'signing' })
    expect(application?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign\?applyment=\d+$/)
    expect(await today()).toMatchObject({ application: 'signing' })
    sign()
    await pass(HOUR)
    expect(await rights()).toMatchObject({
      subject: 'micro',
      grants: { wechat: 'platform', wechatH5: false },
      application: { state: 'accepted' },
    })
    expect(await today()).not.toHaveProperty('application')
    expect((await storefront()).shop.payments[0]).toBe('wechat')
  })

  it('keeps what an operator has granted meanwhile', async () => {
    await apply()
    await pass(MINUTE)
    await pass(15 * MINUTE)
    await grantWechatPay(env, shop.shopId, { role: 'partner', merchant: '1900000102' })
    expect(await today()).not.toHaveProperty('application')
    sign()
    await pass(HOUR)
    expect(await rights()).toMatchObject({
      ...{ subject: 'company', application: { state: 'accepted' } },
      grants: { wechat: 'partner', wechatH5: true },
    })
  })

  it('can be made again after an operator has taken WeChat Pay back', async () => {
    const papers = await apply()
    await pass(MINUTE)
    await pass(15 * MINUTE)
    sign()
    await pass(HOUR)
    await grantPayments(env.deps, { slug: shop.slug, grants: { subject: 'none' } })
    expect(await rights()).not.toHaveProperty('application')
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('that WeChat Pay does not know any more is sent again', async () => {
    const papers = await apply()
    await pass(MINUTE)
    env.simulator.applyments.forget()
    await pass(5 * MINUTE)
    expect((await rights()).application?.state).toBe('unsent')
    expect(await today()).toMatchObject({ application: 'unsent' })
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('that was frozen may go on, which the job finds out', async () => {
    await apply()
    await pass(MINUTE)
    const applyment = applicationAtWechat()
    applyment.state = 'FROZEN'
    await pass(5 * MINUTE)
    expect((await rights()).application?.state).toBe('frozen')
    expect((await send(samplePapers())).json()).toMatchObject({ code: 'not-allowed-now' })
    applyment.state = 'AUDITING'
    await pass(HOUR)
    expect((await rights()).application?.state).toBe('signing')
  })

  it('is taken once when two phones send at the same time', async () => {
    const papers = await photographPapers(env.app, shop)
    const replies = await Promise.all([send(papers), send(papers)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(env.simulator.applyments.numbers()).toHaveLength(1)
  })

  it('of a blocked shop is refused, and so are its photos', async () => {
    await env.deps.db.query.updateTable('shop').set({ blocked_at: 1 }).execute()
    expect((await send(samplePapers())).json()).toMatchObject({ code: 'not-allowed-now' })
    const bytes = await picture().jpeg().toBuffer()
    expect((await sendPaper(env.app, shop.owner, shop, bytes)).json()).toMatchObject({
      code: 'not-allowed-now',
    })
  })

  it('that is accepted leaves another method off that the seller has turned off', async () => {
    await env.deps.db.query
      .updateTable('shop')
      .set({
        payment_grants: JSON.stringify({
          ...{ subject: 'sole-trader', alipay: { merchant: '2088000000000001', isLimited: false } },
        }),
      })
      .execute()
    await apply({ subject: 'sole-trader', licence: sampleLicence })
    await pass(MINUTE)
    await pass(15 * MINUTE)
    sign()
    await pass(HOUR)
    expect((await rights()).grants).toMatchObject({ wechat: 'platform', alipay: 'full' })
    expect((await storefront()).shop.payments).toEqual(['wechat', 'on-delivery', 'on-pickup'])
  })

  it('is known to have changed as soon as its seller looks', async () => {
    await apply()
    await env.pass(MINUTE)
    await rights()
    await env.pass(15 * MINUTE)
    expect((await rights()).application?.state).toBe('signing')
    sign()
    // it was asked a moment ago
    expect((await rights()).application?.state).toBe('signing')
    await env.pass(10_000)
    expect(await rights()).toMatchObject({
      application: { state: 'accepted' },
      grants: { wechat: 'platform' },
    })
    expect((await storefront()).shop.payments[0]).toBe('wechat')
  })

  it('of a company names its licence and its corporate account', async () => {
    const account = { kind: 'corporate', bank: '农业银行', number: '27100101040000000' } as const
    await apply({ subject: 'company', licence: sampleLicence, account })
    expect(applicationAtWechat().opened).toMatchObject({
      account: account.number,
    })
  })

  it('that comes back says why by the fields of its request, and is sent again under its number', async () => {
    const { auditors } = env.simulator.applyments
    auditors.returns = { id_card_copy: '身份证照片不清楚', something_else: '其他问题' }
    const papers = await apply()
    await pass(MINUTE)
    await pass(15 * MINUTE)
    expect((await rights()).application).toMatchObject({
      state: 'rejected',
      reasons: [{ path: '/id/front', text: '身份证照片不清楚' }, { text: '其他问题' }],
    })
    expect(await today()).toMatchObject({ application: 'rejected' })
    auditors.returns = {}
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing', reasons: [] })
    await pass(MINUTE)
    await pass(15 * MINUTE)
    expect((await rights()).application?.state).toBe('signing')
    expect(env.simulator.applyments.numbers()).toHaveLength(1)
  })

  it('may ask for a transfer that confirms the account', async () => {
    const { applyments } = env.simulator
    applyments.auditors.asksForTransfer = true
    await apply()
    await pass(MINUTE)
    expect((await rights()).application).toMatchObject({
      state: 'confirming',
      transfer: { amount: 1, to: '财付通支付科技有限公司' },
    })
    expect(await today()).toMatchObject({ application: 'confirming' })
    applyments.confirm(applicationAtWechat())
    await pass(15 * MINUTE)
    await pass(15 * MINUTE)
    const { application } = await rights()
    expect(application?.state).toBe('signing')
    expect(application).not.toHaveProperty('transfer')
  })

  it('that nobody signs within 30 days is canceled, and another one can be sent', async () => {
    const papers = await apply()
    await pass(MINUTE)
    await pass(15 * MINUTE)
    expect((await rights()).application?.state).toBe('signing')
    await pass(31 * DAY)
    expect((await rights()).application?.state).toBe('canceled')
    expect((await send(papers)).statusCode).toBe(200)
    expect(env.simulator.applyments.numbers()).toHaveLength(2)
  })

  it('cannot be sent again while WeChat Pay looks at it or after it was accepted', async () => {
    const papers = await apply()
    expect((await send(papers)).json()).toMatchObject({ code: 'not-allowed-now' })
    await pass(MINUTE)
    await pass(15 * MINUTE)
    sign()
    await pass(HOUR)
    expect((await send(papers)).json()).toMatchObject({ code: 'not-allowed-now' })
  })
})
