import { grantPayments } from '../../../../server/operator/grant-payments'
import { grantWechatPay } from '../../support/payments'
import { picture } from '../../support/pictures'
import { photographPapers, sampleLicence, samplePapers, sendPaper } from '../../support/stories/papers'
import { readToday } from '../../support/test-shop'
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
} from './application-story'

const DAY = 24 * HOUR

beforeEach(setUp)
afterEach(tearDown)

const today = () => readToday(shop)
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

  it('does not overwrite a grant that an operator made during the application', async () => {
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

  it('can be made again after an operator has revoked WeChat Pay', async () => {
    const papers = await apply()
    await pass(MINUTE)
    await pass(15 * MINUTE)
    sign()
    await pass(HOUR)
    await grantPayments(env.deps, { slug: shop.slug, grants: { subject: 'none' } })
    expect(await rights()).not.toHaveProperty('application')
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('can be sent again when WeChat Pay no longer knows it', async () => {
    const papers = await apply()
    await pass(MINUTE)
    env.simulator.applyments.forget()
    await pass(5 * MINUTE)
    expect((await rights()).application?.state).toBe('unsent')
    expect(await today()).toMatchObject({ application: 'unsent' })
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('continues by polling once WeChat Pay unfreezes it', async () => {
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

  it('is accepted once when two phones send it at the same time', async () => {
    const papers = await photographPapers(env.app, shop)
    const replies = await Promise.all([send(papers), send(papers)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(env.simulator.applyments.numbers()).toHaveLength(1)
  })

  it('is refused for a blocked shop, and so are its photos', async () => {
    await env.deps.db.query.updateTable('shop').set({ blocked_at: 1 }).execute()
    expect((await send(samplePapers())).json()).toMatchObject({ code: 'not-allowed-now' })
    const bytes = await picture().jpeg().toBuffer()
    expect((await sendPaper(env.app, shop.owner, shop, bytes)).json()).toMatchObject({
      code: 'not-allowed-now',
    })
  })

  it('leaves Alipay turned off when it is accepted', async () => {
    await env.deps.db.query
      .updateTable('shop')
      .set({
        payment_grants: JSON.stringify({
          ...{ subject: 'sole-trader', alipay: { merchant: '2088000000000001', isLimited: false } },
        }),
      })
      .execute()
    await apply({ subject: 'sole-trader', licence: sampleLicence, email: 'seller@example.org' })
    await pass(MINUTE)
    await pass(15 * MINUTE)
    sign()
    await pass(HOUR)
    expect((await rights()).grants).toMatchObject({ wechat: 'platform', alipay: 'full' })
    expect((await storefront()).shop.payments).toEqual(['wechat', 'on-delivery', 'on-pickup'])
  })

  it('is updated when the seller reads it, at most every ten seconds', async () => {
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

  it('sends the corporate account of a company', async () => {
    const account = { kind: 'corporate', bank: '农业银行', number: '27100101040000000' } as const
    const id = { ...samplePapers().id, address: '甘肃省陇南市成县沙坝镇 1 号' }
    await apply({ subject: 'company', id, licence: sampleLicence, account, email: 'seller@example.org' })
    expect(applicationAtWechat().opened).toMatchObject({
      account: account.number,
    })
  })

  it('maps rejection reasons of WeChat Pay to request fields and resubmits under the same number', async () => {
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

  it('shows the transfer that WeChat Pay requests to confirm the account', async () => {
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

  it('is canceled when it is not signed within 30 days, and can be followed by another', async () => {
    const papers = await apply()
    await pass(MINUTE)
    await pass(15 * MINUTE)
    expect((await rights()).application?.state).toBe('signing')
    await pass(31 * DAY)
    expect((await rights()).application?.state).toBe('canceled')
    expect((await send(papers)).statusCode).toBe(200)
    expect(env.simulator.applyments.numbers()).toHaveLength(2)
  })

  it('cannot be sent again during the audit or after its acceptance', async () => {
    const papers = await apply()
    expect((await send(papers)).json()).toMatchObject({ code: 'not-allowed-now' })
    await pass(MINUTE)
    await pass(15 * MINUTE)
    sign()
    await pass(HOUR)
    expect((await send(papers)).json()).toMatchObject({ code: 'not-allowed-now' })
  })
})
