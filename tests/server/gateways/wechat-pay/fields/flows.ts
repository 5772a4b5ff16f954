import type { ApplicationRequest } from '@/contract/payment/payment-application'
import type { PaymentRequest, Till } from '../../../../../server/gateways/payment-gateway'
import { sampleLicence, samplePapers } from '../../../support/stories/papers'
import { SELLER, SELLERS_APPID, SERVICE_APPID, type TestBed } from '../test-bed'

const DAY = 24 * 3_600_000
const HOUR = 3_600_000

const ignore = () => undefined

/** As long as a seller may write it. */
const LONG_REASON = '坏了'.repeat(20)

function payAt({ simulator }: TestBed, till: Till): void {
  if (till.kind === 'wechat-cashier') return void simulator.cashier(till.params, 'pay')
  if (till.kind === 'qr-code') {
    const transaction = simulator.transactions.all().at(-1)
    return void (transaction && simulator.pay(transaction))
  }
  const { searchParams } = new URL(till.kind === 'redirect' ? till.url : '')
  simulator.till(new URLSearchParams({ prepay_id: searchParams.get('prepay_id') ?? '', outcome: 'pay' }))
}

async function pay(bed: TestBed, changes: Partial<PaymentRequest> = {}): Promise<PaymentRequest> {
  const request = bed.request(changes)
  payAt(bed, await bed.gateway.prepare(request))
  await bed.simulator.advance(0)
  await bed.gateway.query(request)
  return request
}

/** Queries, closes and pays payments that an earlier release began as combined orders. */
async function driveCombined(bed: TestBed): Promise<void> {
  const { gateway, simulator } = bed
  for (const outcome of ['closed', 'paid']) {
    const request = bed.request()
    const till = await gateway.prepare(request)
    for (const transaction of simulator.transactions.all())
      if (transaction.number === request.number) transaction.isCombined = true
    const key = { ...request, isCombined: true }
    await gateway.query(key)
    if (outcome === 'closed') await gateway.close(key)
    else payAt(bed, till)
    await simulator.advance(0)
    await gateway.query(key)
  }
}

/** Pays failed refunds to a card of the buyer, and to the seller. */
async function driveRedirections({ gateway, simulator }: TestBed, payment: PaymentRequest): Promise<void> {
  simulator.refundsEnd = 'ABNORMAL'
  const card = { bank: 'PSBC', name: '收款人', number: '6210980000000001' } as const
  for (const [number, to] of [
    ['REFUND-TO-CARD', card],
    ['REFUND-TO-SELLER', 'seller'],
  ] as const) {
    const key = { number, payment }
    await gateway.refund({ ...key, amount: 100, noticeUrl: payment.noticeUrl })
    await simulator.advance(5000)
    const { serviceId = '' } = await gateway.queryRefund(key)
    await gateway.redirectRefund?.({ ...key, serviceId }, to)
    await simulator.advance(5000)
    await gateway.queryRefund(key)
  }
}

/** Pays, closes and refunds in every way that ends, and reads a bill. */
export async function drivePayments(bed: TestBed): Promise<void> {
  const { gateway, simulator } = bed
  await bed.readCertificates()
  const unpaid = bed.request()
  await gateway.query(unpaid)
  await gateway.prepare(unpaid)
  await gateway.query(unpaid)
  await gateway.close(unpaid)
  await gateway.query(unpaid)

  const payment = await pay(bed)
  await gateway.close(payment).catch(ignore)
  await pay(bed, {
    ...{ place: 'browser', clientAddress: '203.0.113.7', openid: undefined, description: '核'.repeat(127) },
  })
  if (bed.signing.role === 'partner') await pay(bed, { appid: SELLERS_APPID, place: 'own-app' })
  if (bed.signing.role !== 'direct') await pay(bed, { appid: SERVICE_APPID, place: 'wechat-browser' })
  await pay(bed, { place: 'computer', openid: undefined })
  if (bed.signing.role === 'platform') await driveCombined(bed)

  for (const end of ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const) {
    simulator.refundsEnd = end
    const key = { number: `REFUND-${end}`, payment }
    const { noticeUrl } = payment
    const reason = end === 'SUCCESS' ? LONG_REASON : undefined
    await gateway.refund({ ...key, amount: 500, noticeUrl, ...(reason ? { reason } : {}) })
    await gateway.queryRefund(key)
    await simulator.advance(5000)
    await gateway.queryRefund(key)
  }
  await gateway.query(payment)
  await driveRedirections(bed, payment)
  await gateway.queryRefund({ number: 'NO-SUCH-REFUND', payment }).catch(ignore)
  await simulator.advance(DAY)
  await gateway.statement('2026-11-25')
}

const { until: _, ...cardForEver } = samplePapers().id

/** The papers of a seller of each legal subject. */
const papersOf = {
  micro: samplePapers(),
  'sole-trader': samplePapers({
    ...{ subject: 'sole-trader', licence: sampleLicence, email: 'seller@example.org' },
    account: { kind: 'personal', bank: '农业银行', number: '6222020000000000000' },
  }),
  company: samplePapers({
    ...{ subject: 'company', licence: sampleLicence, email: 'seller@example.org' },
    id: { ...cardForEver, address: '甘肃省陇南市成县沙坝镇 1 号' },
    account: { kind: 'corporate', bank: '工商银行', number: '2706010109000000001' },
  }),
} satisfies Record<string, ApplicationRequest>

const photo = (name: string) => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(name)])

/** Applies for a seller of each legal subject, through every state. */
export async function driveApplications({ onboarding, simulator, signing }: TestBed): Promise<void> {
  const { applyments } = simulator
  const store = (name: string) => onboarding.storePaper(photo(name))
  const submit = async (subject: keyof typeof papersOf, number: string) => {
    const { licence, ...papers } = papersOf[subject] as ApplicationRequest
    await onboarding.submit({
      ...{
        ...papers,
        number,
        shop: { name: '学员一的小店🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎🍎', url: 'https://shop.example.org/s/1' },
      },
      id: { ...papers.id, front: await store('front'), back: await store('back') },
      ...(licence ? { licence: { ...licence, photo: await store('licence') } } : {}),
    })
  }
  const ask = () => Promise.all(Object.keys(papersOf).map((number) => onboarding.query(number)))

  await onboarding.query('NO-SUCH-APPLICATION')
  for (const subject of Object.keys(papersOf)) await submit(subject as keyof typeof papersOf, subject)
  await ask()
  applyments.auditors = { ...applyments.auditors, asksForTransfer: true }
  await simulator.advance(10_000)
  await ask()
  for (const number of Object.keys(papersOf)) applyments.confirm(applyments.find(signing, number))
  applyments.auditors = { ...applyments.auditors, returns: { id_card_copy: '身份证照片不清楚' } }
  await ask()
  await simulator.advance(HOUR)
  await ask()
  applyments.auditors = { ...applyments.auditors, returns: {}, asksForTransfer: false }
  for (const subject of Object.keys(papersOf)) await submit(subject as keyof typeof papersOf, subject)
  await simulator.advance(10_000)
  await ask()
  await simulator.advance(HOUR)
  await ask()
  applyments.sign(applyments.find(signing, 'micro'))
  await ask()
  await simulator.advance(31 * DAY)
  await ask()
}

/** Reads a balance, and pays out of it in every way that ends. */
export async function drivePayouts(bed: TestBed): Promise<void> {
  const { payouts, simulator } = bed
  await pay(bed, { place: 'computer', openid: undefined })
  await payouts.readAvailable(SELLER)
  const payout = (number: string, amount = 100) => ({ number, merchant: SELLER, amount })
  await payouts.query(payout('NOSUCHPAYOUT'))
  await payouts.payOut(payout('TOOMUCH', 80_000_000_000)).catch(ignore)
  await payouts.query(payout('TOOMUCH'))
  for (const end of ['SUCCESS', 'FAIL', 'CLOSE'] as const) {
    simulator.accounts.payoutsEnd = end
    await payouts.payOut(payout(end))
    await payouts.query(payout(end))
    await simulator.advance(DAY)
    await payouts.query(payout(end))
  }
  simulator.accounts.return('SUCCESS', '银行卡已销户')
  await payouts.query(payout('SUCCESS'))
}
