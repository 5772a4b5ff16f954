import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Application, ApplicationRequest } from '@/contract/payment-application'
import type { RouteReply } from '@/contract/routes'
import { resizePaper } from '../../../server/modules/photos/resize-photo'
import { grantPayments } from '../../../server/operator/grant-payments'
import { photographPapers, sampleLicence, samplePapers, sendPaper } from '../support/papers'
import {
  createPaymentEnvironment,
  grantWechatPay,
  listen,
  type PaymentEnvironment,
} from '../support/payments'
import { picture } from '../support/pictures'
import { readAllRows } from '../support/read-all-rows'
import { type OpenedShop, openShop } from '../support/test-shop'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const lines: string[] = []

let env: PaymentEnvironment
let shop: OpenedShop
beforeEach(async () => {
  lines.length = 0
  const stream = { write: (line: string) => void lines.push(line) }
  env = await createPaymentEnvironment('platform', { logging: { level: 'trace', stream } })
  await listen(env)
  shop = await openShop(env)
})
afterEach(() => env.close())

const path = () => `/api/shops/${shop.shopId}/payment-application`
const send = (papers: ApplicationRequest) => shop.owner.call(`PUT ${path()}`, papers)
const rights = async () =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/payment-rights`)).json<
    RouteReply<'GET /api/shops/:shopId/payment-rights'>
  >()
const today = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json()
const storefront = async () => (await env.app.inject(`/api/storefronts/${shop.slug}`)).json()

/** Lets the jobs that are due by then ask how the application stands. */
async function pass(ms: number) {
  await env.pass(ms)
  await env.app.worker.runDue()
}

async function apply(changes: Partial<ApplicationRequest> = {}): Promise<ApplicationRequest> {
  const papers = await photographPapers(env.app, shop, changes)
  const reply = await send(papers)
  expect([reply.statusCode, reply.json<Application>().state]).toEqual([200, 'auditing'])
  return papers
}

function sign() {
  const applyment = env.simulator.applyments.find(env.simulatedMerchant, numberAtWechat())
  expect(env.simulator.applyments.sign(applyment)).toBe(true)
}

const numberAtWechat = () => env.simulator.applyments.numbers().at(-1) ?? ''

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
    const applyment = env.simulator.applyments.find(env.simulatedMerchant, numberAtWechat())
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
    await env.pass(10 * SECOND)
    expect(await rights()).toMatchObject({
      application: { state: 'accepted' },
      grants: { wechat: 'platform' },
    })
    expect((await storefront()).shop.payments[0]).toBe('wechat')
  })

  it('of a company names its licence and its corporate account', async () => {
    const account = { kind: 'corporate', bank: '农业银行', number: '27100101040000000' } as const
    await apply({ subject: 'company', licence: sampleLicence, account })
    expect(env.simulator.applyments.find(env.simulatedMerchant, numberAtWechat()).opened).toMatchObject({
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
    applyments.confirm(applyments.find(env.simulatedMerchant, numberAtWechat()))
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

describe('papers', () => {
  it('whose reply is lost have arrived, which a job finds out', async () => {
    const papers = await photographPapers(env.app, shop)
    env.simulator.faults.unanswered = 1
    const reply = await send(papers)
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'unavailable'])
    expect((await rights()).application?.state).toBe('sending')
    expect((await send(papers)).json()).toMatchObject({ code: 'not-allowed-now' })
    await pass(MINUTE)
    expect((await rights()).application?.state).toBe('auditing')
  })

  it('are looked for until WeChat Pay answers', async () => {
    const papers = await photographPapers(env.app, shop)
    env.simulator.faults.unanswered = 1
    await send(papers)
    env.simulator.faults.down = true
    for (let hour = 0; hour < 5; hour++) await pass(HOUR)
    expect((await rights()).application?.state).toBe('sending')
    env.simulator.faults.down = false
    await pass(HOUR)
    expect((await rights()).application?.state).toBe('auditing')
  })

  it('that never arrived are sent again', async () => {
    const papers = await photographPapers(env.app, shop)
    env.simulator.faults.failing = 1
    expect((await send(papers)).statusCode).toBe(503)
    await pass(MINUTE)
    expect((await rights()).application?.state).toBe('unsent')
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('with wrong numbers are refused by field before they are sent', async () => {
    const papers = samplePapers({
      subject: 'sole-trader',
      licence: { ...sampleLicence, number: '91350100M000100Y42' },
      account: { kind: 'personal', bank: '农业银行', number: '62220200000' },
    })
    const reply = await send({ ...papers, id: { ...papers.id, number: '110105194912310021' } })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().fields.map(({ path: at }: { path: string }) => at)).toEqual([
      '/id/number',
      '/licence/number',
      '/account/number',
    ])
    expect(env.simulator.applyments.numbers()).toEqual([])
  })

  it('that WeChat Pay refuses name the field, and can be sent again', async () => {
    const papers = await photographPapers(env.app, shop)
    const unknown = { ...papers, id: { ...papers.id, back: samplePapers().id.back } }
    const reply = await send(unknown)
    expect([reply.statusCode, reply.json().fields]).toEqual([
      400,
      [{ path: '/id/back', message: '参数错误：/id_card_info/id_card_national' }],
    ])
    await env.pass(MINUTE)
    expect((await rights()).application).toMatchObject({ state: 'rejected', reasons: [{ path: '/id/back' }] })
    expect((await send(papers)).json()).toMatchObject({ state: 'auditing' })
  })

  it('are kept nowhere on the server: neither in rows, logs nor replies', async () => {
    env.simulator.applyments.auditors.returns = { id_card_number: '与照片不符' }
    const papers = await apply()
    const { id, account, phone } = papers
    await pass(MINUTE)
    await pass(15 * MINUTE)
    await send({ ...papers, id: { ...id, back: samplePapers().id.back } })
    await pass(MINUTE)
    await send(papers)
    await pass(15 * MINUTE)
    const left = `${JSON.stringify(await readAllRows(env.deps.db))}${lines.join('')}${JSON.stringify(await rights())}`
    expect(lines.length).toBeGreaterThan(5)
    for (const secret of [id.number, id.name, id.front, account.number, phone])
      expect(left).not.toContain(secret)
  })
})

describe('a photo of a paper', () => {
  it('is passed on as a JPEG without its metadata', async () => {
    const bytes = await picture(3000, 2000)
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .png()
      .toBuffer()
    const reply = await sendPaper(env.app, shop.owner, shop, bytes)
    const paper = await resizePaper(bytes)
    const hash = createHash('sha256').update(paper).digest('hex')
    expect(reply.json()).toEqual({ mediaId: `media_${hash}` })
    const { format, exif, width, height } = await sharp(paper).metadata()
    expect({ format, exif, width, height }).toEqual({ format: 'jpeg', width: 2000, height: 1333 })
  })

  it('that is none is refused', async () => {
    const reply = await sendPaper(env.app, shop.owner, shop, Buffer.from('GIF89a'))
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'not-a-photo'])
  })

  it('can be sent again when WeChat Pay does not answer', async () => {
    const bytes = await picture().jpeg().toBuffer()
    env.simulator.faults.down = true
    const reply = await sendPaper(env.app, shop.owner, shop, bytes)
    expect([reply.statusCode, reply.json().code]).toEqual([503, 'unavailable'])
    env.simulator.faults.down = false
    expect((await sendPaper(env.app, shop.owner, shop, bytes)).statusCode).toBe(200)
  })
})

describe('a server that is no platform', () => {
  it('applies for nobody', async () => {
    const partner = await createPaymentEnvironment('partner')
    const other = await openShop(partner)
    const reply = await other.owner.call(`PUT /api/shops/${other.shopId}/payment-application`, samplePapers())
    expect(reply.json()).toMatchObject({ code: 'payment-unavailable' })
    const read = await other.owner.call(`GET /api/shops/${other.shopId}/payment-rights`)
    expect(read.json()).toMatchObject({ canApply: false })
    await partner.close()
  })
})
