import { generateKeyPairSync } from 'node:crypto'
import { signForm } from '../../../../mock-server/alipay/notices'
import { GatewayError, type PaymentRequest, type Till } from '../../../../server/gateways/payment-gateway'
import { ALIPAY_OWNER, ALIPAY_SELLER, type AlipayBed, answerPage, startAlipay } from '../../support/alipay'
import { receiveNotices } from './exchange'

const START = Date.parse('2026-11-28T10:00:00+08:00')
const MINUTE = 60_000

let now: number
let bed: AlipayBed
beforeEach(async () => {
  now = START
  bed = await startAlipay(() => now)
})
afterEach(() => bed.close())

const request = (changes: Partial<PaymentRequest> = {}): PaymentRequest => ({
  ...{ number: '01M8GTCFHM3RF6SFANMQZ8HHMK', merchant: ALIPAY_OWNER, place: 'browser', amount: 3100 },
  ...{ description: '第 7 号单 核桃 & 蜂蜜', expiresAt: START + 15 * MINUTE },
  ...{ noticeUrl: 'http://127.0.0.1:9/notices', returnUrl: 'https://shop.example/order?shop=1&order=2' },
  ...changes,
})
const { number } = request()

async function openTill(changes: Partial<PaymentRequest> = {}): Promise<Extract<Till, { kind: 'redirect' }>> {
  const till = await bed.gateway.prepare(request(changes))
  if (till.kind !== 'redirect') throw new Error('no page')
  return till
}

const key = { number, merchant: ALIPAY_OWNER }
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof GatewayError ? `${error.kind} ${error.code}` : String(error)),
  )

describe('payment by Alipay', () => {
  it('is made on the till page, which returns the buyer to the shop', async () => {
    const till = await openTill()
    expect(await bed.gateway.query(key)).toMatchObject({ number, state: 'open' })
    expect(await answerPage(till, 'cancel')).toBe(request().returnUrl)
    expect((await bed.gateway.query(key)).state).toBe('open')
    expect(await answerPage(till, 'pay')).toBe(request().returnUrl)
    expect(await bed.gateway.query(key)).toEqual({
      ...{ number, state: 'paid', merchant: ALIPAY_OWNER, amount: 3100, currency: 'CNY', paidAt: START },
      transactionId: expect.stringMatching(/^20261128/),
    })
  })

  it('is paid to a seller who has authorized the application', async () => {
    await answerPage(await openTill({ merchant: ALIPAY_SELLER }), 'pay')
    expect(bed.simulator.trades.all().map(({ merchant }) => merchant)).toEqual([ALIPAY_SELLER])
    expect(await bed.gateway.query({ number, merchant: ALIPAY_SELLER })).toMatchObject({ state: 'paid' })
    expect(await bed.gateway.query(key)).toMatchObject({ state: 'open' })
    expect(await errorOf(bed.gateway.prepare(request({ merchant: '2088000000000009' })))).toBe(
      'rejected NO_AUTHORIZATION',
    )
  })

  it('rejects a changed amount in the address of the page', async () => {
    const url = new URL((await openTill()).url)
    const content = JSON.parse(url.searchParams.get('biz_content') ?? '')
    url.searchParams.set('biz_content', JSON.stringify({ ...content, total_amount: '0.01' }))
    expect(await (await fetch(url)).text()).toContain('验签出错')
    // the same number with another amount, signed
    await fetch((await openTill()).url)
    expect(await (await fetch((await openTill({ amount: 1 })).url)).text()).toContain('交易信息被篡改')
  })

  it('is made on the page for computers by a buyer at one', async () => {
    const till = await openTill({ place: 'computer' })
    const { searchParams } = new URL(till.url)
    expect(searchParams.get('method')).toBe('alipay.trade.page.pay')
    const content = JSON.parse(searchParams.get('biz_content') ?? '')
    expect(content.product_code).toBe('FAST_INSTANT_TRADE_PAY')
    expect(await answerPage(till, 'pay')).toBe(request().returnUrl)
    expect(await bed.gateway.query(key)).toMatchObject({ state: 'paid', amount: 3100 })
  })

  it.each([
    ['computer', 'QUICK_WAP_WAY'],
    ['browser', 'FAST_INSTANT_TRADE_PAY'],
  ] as const)('is refused on the page of %s with the product of the other', async (place, product) => {
    const till = await openTill({ place })
    const { searchParams } = new URL(till.url)
    const content = JSON.parse(searchParams.get('biz_content') ?? '')
    const url = bed.signPage({ ...Object.fromEntries(searchParams) }, { ...content, product_code: product })
    expect(await (await fetch(url)).text()).toContain('参数无效')
  })

  it('has a subject without the characters that Alipay refuses', async () => {
    const { url } = await openTill({ description: '第 7 号单 核桃/蜂蜜 & 一斤=500 克 <b>"100%"🌰等 3 样' })
    const { subject } = JSON.parse(new URL(url).searchParams.get('biz_content') ?? '')
    expect(subject).toBe('第 7 号单 核桃 蜂蜜 一斤 500 克 b 100 等 3 样')
    expect(await (await fetch(url)).text()).toContain('不付了')
  })

  it('leaves out an address to return to that is longer than Alipay allows', async () => {
    const returnUrl = `https://shop.example/order?shop=${'1'.repeat(260)}`
    const { searchParams } = new URL((await openTill({ returnUrl })).url)
    expect(searchParams.has('return_url')).toBe(false)
    expect(JSON.parse(searchParams.get('biz_content') ?? '').quit_url).toBe(returnUrl)
  })

  it('leaves the buyer a minute at least, which is the shortest time that Alipay allows', async () => {
    now = START + 15 * MINUTE - 5000
    const { url } = await openTill()
    const { time_expire } = JSON.parse(new URL(url).searchParams.get('biz_content') ?? '')
    expect(time_expire).toBe('2026-11-28 10:15:55')
    expect(await (await fetch(url)).text()).toContain('不付了')
  })

  it('is closed when its time is over', async () => {
    const till = await openTill()
    await fetch(till.url)
    now += 16 * MINUTE
    expect((await bed.gateway.query(key)).state).toBe('closed')
    expect(await (await fetch(till.url)).text()).toContain('打不开了')
  })

  it('can be closed unless it was paid before', async () => {
    await bed.gateway.close(key)
    const till = await openTill()
    await fetch(till.url)
    await bed.gateway.close(key)
    expect((await bed.gateway.query(key)).state).toBe('closed')
    const other = request({ number: 'N000002' })
    const opened = await bed.gateway.prepare(other)
    if (opened.kind === 'redirect') await answerPage(opened, 'pay')
    expect(await errorOf(bed.gateway.close({ number: 'N000002', merchant: ALIPAY_OWNER }))).toBe(
      'rejected ACQ.TRADE_STATUS_ERROR',
    )
  })
})

describe('refund by Alipay', () => {
  const payment = { number, merchant: ALIPAY_OWNER, amount: 3100 }
  const refund = (amount: number, to = `${number}-1`) =>
    bed.gateway.refund({ number: to, payment, amount, noticeUrl: '' })
  beforeEach(async () => void (await answerPage(await openTill(), 'pay')))

  it('moves money once under one number, in parts up to the whole', async () => {
    expect(await refund(1000)).toEqual({ number: `${number}-1`, state: 'done' })
    expect(await refund(1000)).toEqual({ number: `${number}-1`, state: 'processing' })
    expect(await bed.gateway.queryRefund({ number: `${number}-1`, payment })).toEqual({
      ...{ number: `${number}-1`, state: 'done', amount: 1000, settledAt: START },
    })
    expect(await errorOf(refund(2101, `${number}-2`))).toBe('rejected ACQ.REFUND_AMT_NOT_EQUAL_TOTAL')
    expect(await refund(2100, `${number}-3`)).toMatchObject({ state: 'done' })
    expect((await bed.gateway.query(key)).state).toBe('closed')
  })

  it('can be requested again after a lost reply', async () => {
    bed.simulator.faults = { down: false, unanswered: 1 }
    expect(await errorOf(refund(1000))).toMatch(/^unavailable/)
    expect(await refund(1000)).toMatchObject({ state: 'processing' })
    expect(await bed.gateway.queryRefund({ number: `${number}-1`, payment })).toMatchObject({ state: 'done' })
  })

  it('is reported as processing before it was requested', async () => {
    expect(await bed.gateway.queryRefund({ number: `${number}-9`, payment })).toMatchObject({
      state: 'processing',
    })
  })
})

describe('connection to Alipay', () => {
  it('reports no answer as unavailable', async () => {
    bed.simulator.faults = { down: true, unanswered: 0 }
    expect(await errorOf(bed.gateway.query(key))).toMatch(/^unavailable/)
  })

  it.each([
    ...['ACQ.SYSTEM_ERROR', 'unknow-error', 'UNKNOWN_ERROR', 'app-call-limited', 'method-call-limited'],
    ...['SYSTEM_RATE_LIMIT', 'USER_RATE_LIMIT', 'SYSTEM_BUSY'],
  ])('reports an answer with %s as unavailable', async (code) => {
    bed.simulator.faults = { down: false, unanswered: 0, refusal: { status: 400, code } }
    expect(await errorOf(bed.gateway.query(key))).toBe(`unavailable ${code}`)
  })

  it('rejects a reply signed with another key', async () => {
    await fetch((await openTill()).url)
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const misled = await bed.connect({
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    })
    expect(await errorOf(misled.query(key))).toBe('forged response-signature-verify-error')
  })

  it('is rejected when the key is not that of the application', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const stranger = await bed.connect({
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    })
    expect(await errorOf(stranger.query(key))).toBe('rejected invalid-signature')
  })
})

describe('statement of Alipay', () => {
  it('names the payments and refunds of a day that is over, with their fees', async () => {
    await answerPage(await openTill(), 'pay')
    const payment = { number, merchant: ALIPAY_OWNER, amount: 3100 }
    await bed.gateway.refund({ number: 'R1', payment, amount: 1000, noticeUrl: '' })
    expect(await errorOf(bed.gateway.statement('2026-11-28'))).toBe('rejected BILL_NOT_EXIST')
    now += 24 * 60 * MINUTE
    const line = { transactionId: expect.stringMatching(/^20261128/), merchant: ALIPAY_OWNER }
    expect(await bed.gateway.statement('2026-11-28')).toEqual([
      { ...line, kind: 'payment', number, amount: 3100, fee: 19 },
      { ...line, kind: 'refund', number: 'R1', amount: 1000, fee: 0 },
    ])
    expect(await errorOf(bed.gateway.statement('2026-11-27'))).toBe('rejected NO_BILL_DATA')
  })
})

describe('notice of Alipay', () => {
  const header = () => undefined
  const form = (): Record<string, string> => ({
    ...{ notify_id: 'n', notify_time: '2026-11-28 10:00:00', app_id: '2021000000000001' },
    ...{ seller_id: ALIPAY_OWNER, out_trade_no: number, trade_no: 'T1', trade_status: 'TRADE_SUCCESS' },
    ...{ total_amount: '31.00', subject: '第 7 号单 核桃 & 蜂蜜', gmt_payment: '2026-11-28 10:00:00' },
  })
  const read = (body: string) => {
    try {
      return bed.gateway.readNotice(header, body)
    } catch (error) {
      return error instanceof GatewayError ? `${error.kind} ${error.code}` : String(error)
    }
  }
  const signedBySimulator = async () => {
    const bodies: string[] = []
    const original = globalThis.fetch
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
      if (String(url) !== request().noticeUrl) return original(url, init)
      bodies.push(String(init?.body))
      return new Response('success')
    })
    await answerPage(await openTill(), 'pay')
    bed.simulator.notices.faults = { ...bed.simulator.notices.faults, forged: true }
    await bed.simulator.work()
    jest.restoreAllMocks()
    return bodies
  }

  it('is accepted with the signature of Alipay, and rejected as forged otherwise', async () => {
    const [forged = '', signed = ''] = await signedBySimulator()
    expect(read(signed)).toEqual({
      kind: 'payment',
      payment: {
        ...{ number, state: 'paid', merchant: ALIPAY_OWNER, amount: 3100, currency: 'CNY', paidAt: START },
        transactionId: expect.any(String),
      },
    })
    expect(read(forged)).toBe('forged SIGNATURE')
    for (const name of new URLSearchParams(signed).keys()) {
      const tampered = new URLSearchParams(signed)
      tampered.set(name, `${tampered.get(name)}1`)
      // a signature may be followed by characters without meaning
      if (name !== 'sign') expect([name, read(tampered.toString())]).toEqual([name, 'forged SIGNATURE'])
    }
  })

  it('has one number in all attempts', async () => {
    const bodies: string[] = []
    const { origin, close } = await receiveNotices((body) => bodies.push(body) > 1)
    await answerPage(await openTill({ noticeUrl: `${origin}/notices` }), 'pay')
    await bed.simulator.work()
    now += 5 * MINUTE
    await bed.simulator.work()
    const ids = bodies.map((body) => new URLSearchParams(body).get('notify_id'))
    expect(ids).toEqual([expect.stringMatching(/^\w+$/), ids[0]])
    expect(bodies.map((body) => read(body))).toMatchObject(Array(2).fill({ payment: { state: 'paid' } }))
    await close()
  })

  it('is accepted with characters in its texts that addresses and forms encode', () => {
    const signed = bed.signNotice({ ...form(), subject: '核桃 & 蜂蜜 = 100% + "1/2" %E6 🌰' })
    expect(read(signed)).toMatchObject({ payment: { number, state: 'paid', amount: 3100 } })
  })

  it('of a refund says that the trade is paid, or closed after the last one', () => {
    const refunded = { ...form(), out_biz_no: `${number}-1`, gmt_refund: '2026-11-28 11:00:00.123' }
    const part = bed.signNotice({ ...refunded, refund_fee: '10.00' })
    expect(read(part)).toMatchObject({ kind: 'payment', payment: { state: 'paid', amount: 3100 } })
    const whole = { ...refunded, refund_fee: '31.00', trade_status: 'TRADE_CLOSED' }
    expect(read(bed.signNotice(whole))).toMatchObject({ kind: 'payment', payment: { state: 'closed' } })
  })

  it('is rejected as forged without a signature, with a weaker algorithm, or for another application', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    expect(read(new URLSearchParams(form()).toString())).toBe('forged SIGNATURE')
    expect(read(signForm(form(), privateKey).toString())).toBe('forged SIGNATURE')
    const weak = signForm(form(), privateKey)
    weak.set('sign_type', 'RSA')
    expect(read(weak.toString())).toBe('forged SIGNATURE')
    expect(read('')).toBe('forged SIGNATURE')
    expect(read('%%%=&&&')).toBe('forged SIGNATURE')
  })
})
