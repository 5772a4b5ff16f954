import { boundsOf, monthOf } from '@/domain/month'
import { type SmsSimulator, startSmsSimulator } from '../../../../mock-server/aliyun/sms-simulator'
import { signQuery } from '../../../../server/gateways/aliyun-rpc'
import { createAliyunSms } from '../../../../server/gateways/aliyun-sms'
import { type ApiClient, signIn } from '../../support/api-client'
import { createTestEnvironment, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, readToday } from '../../support/test-shop'
import { SMS_PLAN } from '../../support/test-sms'

const ACCOUNT = { keyId: 'key of tests', keySecret: 'secret of tests' }
const PHONE = '13800001234'

let env: TestEnvironment
let service: SmsSimulator
let shop: OpenedShop

async function start(plan = SMS_PLAN) {
  env = await createTestEnvironment({ settings: { rateLimits: true } })
  const { clock, random } = env.deps
  service = await startSmsSimulator({ ...ACCOUNT, plan }, clock)
  env.deps.sms = createAliyunSms({ ...ACCOUNT, plan, baseUrl: service.origin }, { clock, random })
}

/** The lines of the log. */
let lines: string[]

/** The routes are made with the gateway, so the app is built after it. */
async function setUp(plan = SMS_PLAN) {
  await start(plan)
  const { sms } = env.deps
  await env.app.close()
  lines = []
  const logging = { level: 'warn', stream: { write: (line: string) => void lines.push(line) } }
  env = await createTestEnvironment({ settings: { rateLimits: true }, sms, logging })
  shop = await openSettledShop()
}

/** Opens a shop that has an order, so that its owner gets codes. */
async function openSettledShop(): Promise<OpenedShop> {
  const opened = await openShop(env, { stock: 1000 })
  await placeTestOrder(opened, await signIn(env.app))
  return opened
}

afterEach(async () => {
  await env.app.close()
  await service.close()
})

const sendCode = (client: ApiClient, phone = PHONE) => client.call('POST /api/me/phone-codes', { phone })
const confirm = (client: ApiClient, code: string | undefined, phone = PHONE) =>
  client.call('PUT /api/me/phone', { phone, code })
const lastCode = (): string => service.received.at(-1)?.params.code ?? ''
const wrong = () => (lastCode() === '000000' ? '000001' : '000000')

async function usePhone(client: ApiClient) {
  await sendCode(client)
  expect((await confirm(client, lastCode())).statusCode).toBe(200)
  service.received.length = 0
}

const pass = (ms: number) => env.runAfter(ms)

async function placeAndSend() {
  await placeTestOrder(shop, await signIn(env.app))
  await pass(60_000)
}

describe('text messages to sellers', () => {
  it('sends order messages to the confirmed phone of the owner until the phone is removed', async () => {
    await setUp()
    await usePhone(shop.owner)
    expect((await shop.owner.call('GET /api/me/channels')).json().sms).toEqual({ phone: '138****1234' })
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    for (let i = 0; i < 3; i++) await placeTestOrder(shop, await signIn(env.app))
    await pass(60_000)
    expect(service.received).toEqual([
      { phone: PHONE, sign: '开张小店', templateId: 'SMS_1002', params: { count: '1', goods: '核桃' } },
      { phone: PHONE, sign: '开张小店', templateId: 'SMS_1002', params: { count: '3', goods: '来了 3 单' } },
    ])
    await shop.owner.call('DELETE /api/me/phone')
    await placeAndSend()
    expect(service.received).toHaveLength(2)
  })

  it('sends messages only for the account that confirmed the phone last', async () => {
    await setUp()
    await usePhone(shop.owner)
    const other = (await openSettledShop()).owner
    await env.deps.db.query
      .insertInto('shop_owner')
      .values({ account_id: other.accountId, shop_id: shop.shopId, since: 0 })
      .execute()
    env.advance(60_000)
    await usePhone(other)
    expect((await shop.owner.call('GET /api/me/channels')).json().sms).toEqual({})
    expect((await other.call('GET /api/me/channels')).json().sms).toEqual({ phone: '138****1234' })
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    expect(service.received.map(({ phone }) => phone)).toEqual([PHONE])
  })

  it('stops sending text messages when the monthly budget is used up', async () => {
    // a code and one message
    await setUp({ ...SMS_PLAN, price: 5, monthlyLimit: 12 })
    await usePhone(shop.owner)
    for (let i = 0; i < 3; i++) await placeAndSend()
    expect(service.received).toHaveLength(1)
    await pass(31 * 86_400_000)
    await placeAndSend()
    expect(service.received).toHaveLength(2)
  })

  const usedUp = async () => (await shop.owner.call('GET /api/me/channels')).json().sms.usedUp
  const isUnreachable = async () => (await readToday(shop)).unreachable

  it('reserves the last tenth of the budget for codes, and shows the used budget to the seller', async () => {
    // a code, two messages and another code
    await setUp({ ...SMS_PLAN, price: 5, monthlyLimit: 20 })
    await usePhone(shop.owner)
    await placeAndSend()
    expect([await usedUp(), await isUnreachable()]).toEqual([undefined, undefined])
    for (let i = 0; i < 2; i++) await placeAndSend()
    expect(service.received).toHaveLength(2)
    expect([await usedUp(), await isUnreachable()]).toEqual([true, true])
    const other = await openSettledShop()
    env.advance(86_400_000)
    expect((await sendCode(other.owner, '13900000001')).statusCode).toBe(200)
    expect((await sendCode((await openSettledShop()).owner, '13900000002')).statusCode).toBe(503)
  })

  it('logs one warning a day when the budget is used up', async () => {
    await setUp({ ...SMS_PLAN, price: 5, monthlyLimit: 5 })
    await usePhone(shop.owner)
    const warnings = () => lines.filter((line) => line.includes('the budget for text messages is used up'))
    for (let i = 0; i < 3; i++) await placeAndSend()
    expect(warnings()).toHaveLength(1)
    await pass(86_400_000)
    for (let i = 0; i < 2; i++) await placeAndSend()
    expect(warnings()).toHaveLength(2)
  })

  it('limits an account to 20 text messages a day and shows the limit to the seller', async () => {
    await setUp()
    await usePhone(shop.owner)
    const sms = async () => (await shop.owner.call('GET /api/me/channels')).json().sms
    for (let i = 0; i < 19; i++) await placeAndSend()
    expect([await sms(), await isUnreachable()]).toEqual([{ phone: '138****1234' }, undefined])
    for (let i = 0; i < 3; i++) await placeAndSend()
    expect(service.received).toHaveLength(20)
    expect([await sms(), await isUnreachable()]).toEqual([{ phone: '138****1234', dayUsedUp: true }, true])
    await pass(86_400_000)
    expect(await isUnreachable()).toBeUndefined()
    await placeAndSend()
    expect(service.received).toHaveLength(21)
  })

  it('does not retry a message whose answer was lost, but retries when the service is busy', async () => {
    await setUp()
    await usePhone(shop.owner)
    service.fault = 'lost'
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    service.fault = 'busy'
    await placeAndSend()
    service.fault = undefined
    await pass(3_600_000)
    expect(service.received).toHaveLength(2)
    const { spent } = await env.deps.db.query
      .selectFrom('sms_month')
      .select('spent')
      .executeTakeFirstOrThrow()
    expect(spent).toBe(3 * SMS_PLAN.price)
  })

  it.each(['refused', 'later'] as const)(
    'refunds the price of a message with the outcome %s to the month in which it was paid',
    async (outcome) => {
      await setUp()
      await usePhone(shop.owner)
      await shop.owner.call('PUT /api/me/quiet-hours', { from: 0, until: 0 })
      const { clock, sms, db } = env.deps
      env.advance(boundsOf(monthOf(clock())).until - clock() - 1)
      await placeTestOrder(shop, await signIn(env.app))
      const send = jest.spyOn(sms as NonNullable<typeof sms>, 'send').mockImplementation(async () => {
        env.advance(1)
        return outcome
      })
      await env.app.worker.runDue()
      expect(send).toHaveBeenCalledTimes(1)
      const months = await db.query.selectFrom('sms_month').select('spent').execute()
      // the code
      expect(months).toEqual([{ spent: SMS_PLAN.price }])
    },
  )
})

describe('the code of a phone', () => {
  it('works once, for five minutes, and for the requesting account only', async () => {
    await setUp()
    await sendCode(shop.owner)
    const code = lastCode()
    expect(code).toMatch(/^\d{6}$/)
    const other = await openSettledShop()
    expect((await confirm(other.owner, code)).json().code).toBe('code-expired')
    expect((await confirm(shop.owner, code, '13800009999')).json().code).toBe('code-expired')
    expect((await confirm(shop.owner, code)).statusCode).toBe(200)
    await shop.owner.call('DELETE /api/me/phone')
    expect((await confirm(shop.owner, code)).json().code).toBe('code-expired')
    env.advance(60_000)
    await sendCode(shop.owner)
    env.advance(5 * 60_000)
    expect((await confirm(shop.owner, lastCode())).json().code).toBe('code-expired')
  })

  it('is accepted again for the confirmed phone of the same account', async () => {
    await setUp()
    await sendCode(shop.owner)
    const answers = [await confirm(shop.owner, lastCode()), await confirm(shop.owner, lastCode())]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(answers[1]?.json()).toEqual(answers[0]?.json())
    expect((await confirm(shop.owner, lastCode(), '13800009999')).json().code).toBe('code-expired')
  })

  it('is invalid after five wrong codes', async () => {
    await setUp()
    await sendCode(shop.owner)
    for (let i = 0; i < 5; i++) expect((await confirm(shop.owner, wrong())).json().code).toBe('code-wrong')
    expect((await confirm(shop.owner, lastCode())).json().code).toBe('code-expired')
  })

  it('is sent once a minute and five times an hour to one phone, over all accounts', async () => {
    await setUp()
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) {
      const { owner } = await openSettledShop()
      statuses.push((await sendCode(owner)).statusCode)
      env.advance(60_000)
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect((await sendCode(shop.owner, '13900000001')).statusCode).toBe(200)
    expect((await sendCode(shop.owner, '13900000001')).statusCode).toBe(429)
  })

  it('is sent to owners of shops only, and to mobile phones only', async () => {
    await setUp()
    expect((await sendCode(await signIn(env.app))).statusCode).toBe(404)
    expect((await sendCode(shop.owner, '0939-3212345')).statusCode).toBe(400)
    expect(service.received).toEqual([])
  })

  it('is reported as not sent when the service fails, and costs nothing then', async () => {
    await setUp()
    service.fault = 'busy'
    expect((await sendCode(shop.owner)).statusCode).toBe(503)
    const { spent } = await env.deps.db.query
      .selectFrom('sms_month')
      .select('spent')
      .executeTakeFirstOrThrow()
    expect(spent).toBe(0)
  })
})

describe('signQuery', () => {
  it('computes the signature of the example in the Aliyun documentation', async () => {
    await setUp()
    // the example of https://help.aliyun.com/zh/sdk/product-overview/rpc-mechanism
    const query =
      'AccessKeyId=testid&Action=DescribeRegions&Format=XML&SignatureMethod=HMAC-SHA1&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&SignatureVersion=1.0&Timestamp=2016-02-23T12%3A46%3A24Z&Version=2014-05-26'
    expect(signQuery('GET', query, 'testsecret')).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=')
  })
})
