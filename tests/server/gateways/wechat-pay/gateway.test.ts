import { feeOf } from '../../../../mock-server/wechat-pay/bill'
import { errorOf, paramsOf, payBy, readNoticesOf } from './gateway-calls'
import { createTestBed, SELLERS_APPID, SERVICE_APPID, type TestBed, wechatPayRoles } from './test-bed'

const HOUR = 3_600_000

let bed: TestBed
afterEach(() => bed.close())

const pay = (request = bed.request()) => payBy(bed, request)
const readNotices = () => readNoticesOf(bed)

describe.each(wechatPayRoles)('WeChat Pay in the role %s', (role) => {
  beforeEach(async () => {
    bed = await createTestBed(role)
  })

  it('prepares a payment whose cashier parameters the phone accepts', async () => {
    const request = bed.request()
    const till = await bed.gateway.prepare(request)
    expect(await bed.gateway.query(request)).toMatchObject({ number: request.number, state: 'open' })
    expect(bed.simulator.cashier(paramsOf(till), 'cancel')).toBe('requestPayment:fail cancel')
    expect(await bed.gateway.query(request)).toMatchObject({ state: 'open' })
    const forged = { ...paramsOf(till), timeStamp: String(Number(paramsOf(till).timeStamp) + 1) }
    expect(bed.simulator.cashier(forged, 'pay')).toContain('签名失败')
    expect(bed.simulator.cashier(paramsOf(till), 'pay')).toBe('requestPayment:ok')
    expect(await bed.gateway.query(request)).toEqual({
      ...{ number: request.number, state: 'paid', merchant: request.merchant, appid: request.appid },
      ...{ amount: 2500, currency: 'CNY', transactionId: expect.stringMatching(/^4200\d+$/) },
      paidAt: Math.floor(bed.simulator.now() / 1000) * 1000,
    })
  })

  it('announces a payment by a notice with the same facts as the query', async () => {
    const request = await pay()
    await bed.simulator.advance(0)
    expect(readNotices()).toEqual([{ kind: 'payment', payment: await bed.gateway.query(request) }])
  })

  it('repeats a preparation with the same parameters and refuses one with others', async () => {
    const request = bed.request()
    const first = paramsOf(await bed.gateway.prepare(request))
    const again = paramsOf(await bed.gateway.prepare(request))
    expect(again.package).not.toBe(first.package)
    for (const changes of [{ amount: 2600 }, { description: '别的' }, { openid: 'o-other' }])
      expect(await errorOf(bed.gateway.prepare({ ...request, ...changes }))).toEqual([
        'rejected',
        'OUT_TRADE_NO_USED',
      ])
    expect(bed.simulator.cashier(first, 'pay')).toBe('requestPayment:ok')
    expect(bed.simulator.cashier(again, 'pay')).toContain('fail')
    expect(await errorOf(bed.gateway.prepare(request))).toEqual(['rejected', 'ORDERPAID'])
  })

  it('closes an unpaid payment permanently, but not a paid one', async () => {
    const request = bed.request()
    const till = paramsOf(await bed.gateway.prepare(request))
    await bed.gateway.close(request)
    await bed.gateway.close(request)
    expect(await bed.gateway.query(request)).toMatchObject({ state: 'closed' })
    expect(bed.simulator.cashier(till, 'pay')).toContain('fail')
    expect(await errorOf(bed.gateway.prepare(request))).toEqual(['rejected', 'ORDER_CLOSED'])
    const paid = await pay()
    expect(await errorOf(bed.gateway.close(paid))).toEqual(['rejected', 'ORDERPAID'])
  })

  it('counts a payment that never arrived as open, and can close it', async () => {
    const request = bed.request()
    expect(await bed.gateway.query(request)).toEqual(expect.objectContaining({ state: 'open' }))
    await bed.gateway.close(request)
  })

  it('closes a payment at its expiry, and opens no cashier with a prepay id that is two hours old', async () => {
    const short = bed.request()
    const long = bed.request({ expiresAt: bed.simulator.now() + 24 * HOUR })
    await bed.gateway.prepare(short)
    const till = paramsOf(await bed.gateway.prepare(long))
    await bed.simulator.advance(15 * 60_000)
    expect(await bed.gateway.query(short)).toMatchObject({ state: 'closed' })
    await bed.simulator.advance(2 * HOUR)
    expect(bed.simulator.cashier(till, 'pay')).toContain('prepay_id')
    expect(await bed.gateway.query(long)).toMatchObject({ state: 'open' })
    expect(bed.simulator.cashier(paramsOf(await bed.gateway.prepare(long)), 'pay')).toBe('requestPayment:ok')
  })

  it('refunds in parts up to the paid amount, each part once for repeated requests', async () => {
    const payment = await pay()
    const { noticeUrl } = payment
    const refund = (number: string, amount: number) =>
      bed.gateway.refund({ number, payment, amount, reason: '坏了两个', noticeUrl })
    expect(await refund('R1', 1000)).toMatchObject({ number: 'R1', state: 'processing', amount: 1000 })
    expect(await refund('R1', 1000)).toMatchObject({ number: 'R1', state: 'processing' })
    expect(await errorOf(refund('R1', 900))).toEqual(['rejected', 'PARAM_ERROR'])
    expect(await errorOf(refund('R2', 1501))).toEqual(['rejected', 'NOT_ENOUGH'])
    expect(await refund('R2', 1500)).toMatchObject({ amount: 1500 })
    expect(await errorOf(refund('R3', 1))).toEqual(['rejected', 'NOT_ENOUGH'])
    bed.notices.length = 0
    await bed.simulator.advance(5000)
    expect(await bed.gateway.queryRefund({ number: 'R1', payment })).toMatchObject({
      state: 'done',
      amount: 1000,
    })
    expect(await bed.gateway.query(payment)).toMatchObject({ state: 'refunded' })
    const refunds = readNotices().filter(({ kind }) => kind === 'refund')
    expect(refunds).toEqual([
      { kind: 'refund', refund: expect.objectContaining({ number: 'R1', state: 'done', amount: 1000 }) },
      { kind: 'refund', refund: expect.objectContaining({ number: 'R2', state: 'done', amount: 1500 }) },
    ])
    expect(bed.simulator.transactions.all().flatMap((one) => one.refunds)).toHaveLength(2)
  })

  it.each([
    ['ABNORMAL', 'failed'],
    ['CLOSED', 'closed'],
  ] as const)('reports a refund that ends as %s', async (end, state) => {
    const payment = await pay()
    bed.simulator.refundsEnd = end
    await bed.gateway.refund({ number: 'R1', payment, amount: 500, noticeUrl: payment.noticeUrl })
    await bed.simulator.advance(5000)
    expect(await bed.gateway.queryRefund({ number: 'R1', payment })).toMatchObject({ state })
    expect(readNotices().at(-1)).toMatchObject({ kind: 'refund', refund: { state } })
  })

  it('refunds with a reason of forty Chinese characters, which is longer than WeChat Pay allows', async () => {
    const payment = await pay()
    const refund = {
      number: 'R1',
      payment,
      amount: 500,
      noticeUrl: payment.noticeUrl,
      reason: '坏了'.repeat(20),
    }
    expect(await bed.gateway.refund(refund)).toMatchObject({ number: 'R1', state: 'processing' })
    expect(bed.simulator.transactions.all()[0]?.refunds[0]?.reason).toBe('坏了'.repeat(13))
  })

  it('reads the statement of a day to the fen', async () => {
    const [one, two] = [await pay(), await pay(bed.request({ amount: 1 }))]
    await bed.gateway.refund({ number: 'R1', payment: one, amount: 999, noticeUrl: one.noticeUrl })
    await bed.gateway.prepare(bed.request())
    expect(await errorOf(bed.gateway.statement('2026-11-25'))).toEqual(['rejected', 'NO_STATEMENT_EXIST'])
    await bed.simulator.advance(24 * HOUR)
    const lines = await bed.gateway.statement('2026-11-25')
    const { merchant } = one
    expect(lines).toEqual([
      {
        kind: 'payment',
        number: one.number,
        transactionId: expect.any(String),
        merchant,
        amount: 2500,
        fee: feeOf(2500),
      },
      {
        kind: 'refund',
        number: 'R1',
        transactionId: expect.any(String),
        merchant,
        amount: 999,
        fee: -feeOf(999),
      },
      { kind: 'payment', number: two.number, transactionId: expect.any(String), merchant, amount: 1, fee: 0 },
    ])
    expect(await bed.gateway.statement('2026-11-24')).toEqual([])
  })

  it('prepares a QR code for a computer, which a phone scans to pay', async () => {
    const request = bed.request({ place: 'computer', openid: undefined })
    expect(await bed.gateway.prepare(request)).toEqual({
      ...{ kind: 'qr-code', text: expect.stringMatching(/^weixin:\/\/wxpay\//) },
    })
    const [transaction] = bed.simulator.transactions.all()
    if (!transaction) throw new Error('no payment was prepared')
    expect(bed.simulator.pay(transaction)).toBe(true)
    expect(await bed.gateway.query(request)).toMatchObject({ state: 'paid', appid: request.appid })
  })

  it('prepares an H5 payment with the address of the till', async () => {
    const request = bed.request({
      ...{ place: 'browser', clientAddress: '203.0.113.7', returnUrl: 'https://shop.example.org/o/1?a=b' },
      openid: undefined,
    })
    const till = await bed.gateway.prepare(request)
    if (till.kind !== 'redirect') throw new Error('no redirect')
    const page = await (await fetch(till.url)).text()
    expect(page).toContain('¥25.00')
    const form = new URL(till.url).searchParams
    const body = new URLSearchParams({
      prepay_id: form.get('prepay_id') ?? '',
      outcome: 'pay',
      back: request.returnUrl ?? '',
    })
    const paid = await fetch(new URL('/till', till.url), { method: 'POST', body, redirect: 'manual' })
    expect(paid.headers.get('location')).toBe(request.returnUrl)
    expect(await bed.gateway.query(request)).toMatchObject({ state: 'paid' })
    expect(
      await errorOf(bed.gateway.prepare(bed.request({ place: 'browser', clientAddress: '127.0.0.1' }))),
    ).toEqual([...['rejected', 'PARAM_ERROR']])
  })
})

describe.each(['partner', 'platform'] as const)('WeChat Pay in the role %s', (role) => {
  it('names the service account of a buyer in WeChat’s browser as the appid of the merchant', async () => {
    bed = await createTestBed(role)
    const request = await pay(bed.request({ appid: SERVICE_APPID, place: 'wechat-browser' }))
    expect(await bed.gateway.query(request)).toMatchObject({ appid: SERVICE_APPID, state: 'paid' })
    expect(bed.simulator.transactions.all()).toMatchObject([{ merchantAppid: SERVICE_APPID }])
    await bed.simulator.advance(0)
    expect(readNotices()).toMatchObject([{ payment: { appid: SERVICE_APPID } }])
  })
})

describe('WeChat Pay', () => {
  beforeEach(async () => {
    bed = await createTestBed('partner')
  })

  it('accepts the openid of the seller’s own appid in the seller’s own mini-program', async () => {
    const request = await pay(bed.request({ appid: SELLERS_APPID, place: 'own-app' }))
    expect(await bed.gateway.query(request)).toMatchObject({ appid: SELLERS_APPID, state: 'paid' })
    expect(await errorOf(bed.gateway.prepare(bed.request({ appid: 'wxstranger01' })))).toEqual([
      ...['rejected', 'APPID_MCHID_NOT_MATCH'],
    ])
  })

  it.each(['REFUNDCLOSE', 'CLOSE'])('reads %s as a refund that was closed', async (status) => {
    const payment = await pay()
    const resource = { out_refund_no: 'R1', refund_status: status, amount: { refund: 500, total: 2500 } }
    const { signing, simulator } = bed
    simulator.notices.add({ merchant: signing, url: payment.noticeUrl, eventType: 'REFUND.CLOSED', resource })
    bed.stopCapture()
    await simulator.advance(0)
    expect(readNotices().at(-1)).toMatchObject({ kind: 'refund', refund: { number: 'R1', state: 'closed' } })
  })

  it('rejects a seller without an authorization', async () => {
    expect(await errorOf(bed.gateway.prepare(bed.request({ merchant: '1900009999' })))).toEqual([
      'rejected',
      'NO_AUTH',
    ])
  })

  it('reports a service that is down, fails or answers too late as unavailable, and repeats safely', async () => {
    const payment = await pay()
    const refund = () =>
      bed.gateway.refund({ number: 'R1', payment, amount: 500, noticeUrl: payment.noticeUrl })
    bed.simulator.faults = { down: false, failing: 1, unanswered: 0 }
    expect(await errorOf(refund())).toEqual(['unavailable', 'SYSTEM_ERROR'])
    bed.simulator.faults = { down: false, failing: 0, unanswered: 1 }
    expect(await errorOf(refund())).toEqual(['unavailable', 'NO_ANSWER'])
    expect(await refund()).toMatchObject({ number: 'R1', amount: 500 })
    bed.simulator.faults = { down: true, failing: 0, unanswered: 0 }
    expect(await errorOf(refund())).toEqual(['unavailable', 'NO_ANSWER'])
    expect(bed.simulator.transactions.all().flatMap((one) => one.refunds)).toHaveLength(1)
  })
})
