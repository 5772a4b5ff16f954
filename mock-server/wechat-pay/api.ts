import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { Exact } from '@/contract/shapes'
import type { WechatPayRole } from '@/domain/payment/payment-rights'
import { toChinaTime } from '../../server/gateways/fields'
import { encryptResource } from '../../server/gateways/wechat-pay/secret-box'
import { type Applyments, applymentResource } from './applyments'
import { billOf } from './bill'
import { Refusal, type SigningMerchant } from './merchants'
import type { SellerAccounts } from './payouts'
import type { PlatformSigner } from './platform-signer'
import { type PrepayForm, type Product, parseBody, readPrepayment } from './prepay-request'
import { applyRefund, findRefund, redirectRefund } from './refunds'
import { paymentResource, refundResource } from './resources'
import type { Transaction, Transactions } from './transactions'

export interface SignedRequest {
  merchant: SigningMerchant
  method: string
  url: URL
  body: string
  /** The serial of the key that fields of the body are encrypted with. */
  serial?: string | undefined
}

export interface ApiContext {
  transactions: Transactions
  applyments: Applyments
  accounts: SellerAccounts
  signer: Pick<PlatformSigner, 'certificates'>
  origin: string
  now(): number
  /** The balances of sellers cover no new refund. */
  isBalanceLow: boolean
  /** Called for a new refund, which is settled later. */
  onRefund(transaction: Transaction, number: string, end?: 'SUCCESS'): void
  /** Decrypts a field that was encrypted with the key of a serial. @throws Refusal */
  openField(serial: string | undefined, field: string): string
  files: Map<string, Buffer>
}

/** An answer: a JSON body, or `undefined` for 204. */
type Handler = (context: ApiContext, request: SignedRequest, match: string[]) => object | undefined

interface Route {
  method: 'GET' | 'POST'
  path: RegExp
  roles: readonly WechatPayRole[]
  answer: Handler
}

const prepayAs =
  (form: PrepayForm): Handler =>
  ({ transactions, origin }, { merchant, body }, [product = 'jsapi']) => {
    const id = transactions.prepay(merchant, readPrepayment(merchant, form, product as Product, body))
    if (product === 'native') return { code_url: `weixin://wxpay/bizpayurl?prepay_id=${id}` }
    return product === 'h5' ? { h5_url: `${origin}/till?prepay_id=${id}` } : { prepay_id: id }
  }

/** The form in which a payment was prepared, which is that of its calls. */
const formOf = ({ isCombined, merchant }: Transaction): PrepayForm =>
  isCombined ? 'combined' : merchant.role === 'direct' ? 'direct' : 'partner'

/** Finds a payment by a call of its form. @throws Refusal 404 */
function requireIn(transactions: Transactions, merchant: SigningMerchant, form: PrepayForm, number: string) {
  const transaction = transactions.require(merchant, number)
  if (formOf(transaction) !== form) throw new Refusal(404, 'ORDER_NOT_EXIST', '订单不存在')
  return transaction
}

const namesOf = ({ merchant: { mchid }, seller }: Transaction, form: PrepayForm): Record<string, string> =>
  form === 'direct' ? { mchid } : form === 'partner' ? { sp_mchid: mchid, sub_mchid: seller } : {}

const queryAs =
  (form: PrepayForm): Handler =>
  ({ transactions }, { merchant, url }, [number = '']) => {
    const transaction = requireIn(transactions, merchant, form, number)
    for (const [name, value] of Object.entries(namesOf(transaction, form)))
      if (url.searchParams.get(name) !== value) throw new Refusal(400, 'PARAM_ERROR', `参数错误：${name}`)
    return paymentResource(transaction)
  }

const CLOSE_BODIES = {
  direct: Exact({ mchid: Type.String() }),
  partner: Exact({ sp_mchid: Type.String(), sub_mchid: Type.String() }),
  combined: Exact({
    combine_appid: Type.String(),
    sub_orders: Type.Array(
      Exact({ mchid: Type.String(), sub_mchid: Type.String(), out_trade_no: Type.String() }),
      { minItems: 1, maxItems: 1 },
    ),
  }),
} as const

const closeAs =
  (form: PrepayForm): Handler =>
  ({ transactions }, { merchant, body }, [number = '']) => {
    const transaction = requireIn(transactions, merchant, form, number)
    const { seller, appid } = transaction
    const orders = [{ mchid: merchant.mchid, sub_mchid: seller, out_trade_no: number }]
    const expected =
      form === 'combined' ? { combine_appid: appid, sub_orders: orders } : namesOf(transaction, form)
    if (!Value.Equal(parseBody(CLOSE_BODIES[form], body), expected))
      throw new Refusal(400, 'PARAM_ERROR', '商户号或appid与下单时不一致')
    transactions.close(transaction)
    return undefined
  }

const refund: Handler = (context, { merchant, body }) => {
  const { transactions, accounts, isBalanceLow } = context
  const { transaction, refund: made } = applyRefund(merchant, transactions, body, {
    now: context.now(),
    covers: (seller, amount) => !isBalanceLow && accounts.coversRefund(merchant, seller, amount),
  })
  if (made.status === 'PROCESSING') context.onRefund(transaction, made.number)
  return refundResource(transaction, made, true)
}

const redirect: Handler = (context, { merchant, body, serial }, [id = '']) => {
  const { transactions, openField } = context
  const { transaction, refund: made } = redirectRefund(merchant, transactions, {
    ...{ id, text: body, open: (field) => openField(serial, field) },
  })
  context.onRefund(transaction, made.number, 'SUCCESS')
  return refundResource(transaction, made, false)
}

const queryRefund: Handler = ({ transactions }, { merchant, url }, [number = '']) => {
  const { transaction, refund: found } = findRefund(merchant, transactions, number)
  if (merchant.role !== 'direct' && url.searchParams.get('sub_mchid') !== transaction.seller)
    throw new Refusal(400, 'PARAM_ERROR', '参数错误：sub_mchid')
  return refundResource(transaction, found, false)
}

const bill: Handler = ({ transactions, origin, files, now }, { merchant, url }) => {
  const day = url.searchParams.get('bill_date') ?? ''
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Refusal(400, 'PARAM_ERROR', '参数错误：bill_date')
  // a day's bill is made the next day at 10:00 in China
  if (now() < Date.parse(`${day}T00:00:00+08:00`) + 34 * 3_600_000)
    throw new Refusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
  const csv = billOf(merchant, transactions.all(), day)
  const token = randomUUID()
  files.set(token, gzipSync(csv))
  return {
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(csv).digest('hex'),
    download_url: `${origin}/v3/billdownload/file?token=${token}`,
  }
}

const apply: Handler = ({ applyments }, { merchant, body, serial }) => {
  const { id, number } = applyments.submit(merchant, serial, body)
  return { applyment_id: id, out_request_no: number }
}

const queryApplyment: Handler = ({ applyments, origin }, { merchant }, [number = '']) =>
  applymentResource(applyments.find(merchant, number), origin)

/** Source: https://pay.weixin.qq.com/wiki/doc/apiv3_partner/wechatpay/wechatpay5_1.shtml */
const certificates: Handler = ({ signer }, { merchant }) => ({
  data: signer.certificates().map(({ serial, pem, validFrom, validUntil }) => ({
    ...{ serial_no: serial, effective_time: toChinaTime(validFrom), expire_time: toChinaTime(validUntil) },
    encrypt_certificate: encryptResource(merchant.apiKey, pem, {
      ...{ nonce: randomBytes(6).toString('hex'), associatedData: 'certificate' },
    }),
  })),
})

const balance: Handler = ({ accounts }, { merchant, url }, [seller = '']) =>
  accounts.readBalance(merchant, seller, url.searchParams)

const payOut: Handler = ({ accounts }, { merchant, body }) => accounts.begin(merchant, body)

const queryPayout: Handler = ({ accounts }, { merchant, url }, [number = '']) =>
  accounts.query(merchant, number, url.searchParams)

const ALL_ROLES = ['direct', 'partner', 'platform'] as const

/** The paths of payments by their form, and who uses them. */
const forms: readonly { form: PrepayForm; prefix: string; roles: readonly WechatPayRole[] }[] = [
  { form: 'direct', prefix: '/v3/pay/transactions', roles: ['direct'] },
  { form: 'partner', prefix: '/v3/pay/partner/transactions', roles: ['partner', 'platform'] },
  { form: 'combined', prefix: '/v3/combine-transactions', roles: ['platform'] },
]

const routes: readonly Route[] = [
  ...forms.flatMap(({ form, prefix, roles }): Route[] => {
    const at = (rest: string) => new RegExp(`^${prefix}/${rest}$`)
    return [
      { method: 'POST', path: at('(jsapi|h5|native)'), roles, answer: prepayAs(form) },
      { method: 'GET', path: at('out-trade-no/([^/]+)'), roles, answer: queryAs(form) },
      { method: 'POST', path: at('out-trade-no/([^/]+)/close'), roles, answer: closeAs(form) },
    ]
  }),
  { method: 'POST', path: /^\/v3\/refund\/domestic\/refunds$/, roles: ['direct', 'partner'], answer: refund },
  {
    ...{ method: 'GET', path: /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/ },
    ...{ roles: ['direct', 'partner'], answer: queryRefund },
  },
  {
    ...{ method: 'POST', path: /^\/v3\/refund\/domestic\/refunds\/([^/]+)\/apply-abnormal-refund$/ },
    ...{ roles: ['direct', 'partner'], answer: redirect },
  },
  {
    ...{ method: 'POST', path: /^\/v3\/ecommerce\/refunds\/([^/]+)\/apply-abnormal-refund$/ },
    ...{ roles: ['platform'], answer: redirect },
  },
  { method: 'POST', path: /^\/v3\/ecommerce\/refunds\/apply$/, roles: ['platform'], answer: refund },
  {
    ...{ method: 'GET', path: /^\/v3\/ecommerce\/refunds\/out-refund-no\/([^/]+)$/ },
    ...{ roles: ['platform'], answer: queryRefund },
  },
  { method: 'POST', path: /^\/v3\/ecommerce\/applyments\/$/, roles: ['platform'], answer: apply },
  {
    ...{ method: 'GET', path: /^\/v3\/ecommerce\/applyments\/out-request-no\/([^/]+)$/ },
    ...{ roles: ['platform'], answer: queryApplyment },
  },
  { method: 'GET', path: /^\/v3\/ecommerce\/fund\/balance\/(\d+)$/, roles: ['platform'], answer: balance },
  { method: 'POST', path: /^\/v3\/ecommerce\/fund\/withdraw$/, roles: ['platform'], answer: payOut },
  {
    ...{ method: 'GET', path: /^\/v3\/ecommerce\/fund\/withdraw\/out-request-no\/([^/]+)$/ },
    ...{ roles: ['platform'], answer: queryPayout },
  },
  { method: 'GET', path: /^\/v3\/certificates$/, roles: ALL_ROLES, answer: certificates },
  { method: 'GET', path: /^\/v3\/bill\/tradebill$/, roles: ALL_ROLES, answer: bill },
]

/** Answers a signed request. @throws Refusal, also for an API of another role. */
export function answerSigned(context: ApiContext, request: SignedRequest): object | undefined {
  for (const { method, path, roles, answer } of routes) {
    const match = path.exec(request.url.pathname)
    if (!match || method !== request.method) continue
    if (!roles.includes(request.merchant.role)) throw new Refusal(403, 'NO_AUTH', '商户号无此接口权限')
    return answer(context, request, match.slice(1))
  }
  throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '接口不存在')
}
