import { createHash, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { WechatPayRole } from '@/domain/payment-rights'
import { type Applyments, applymentResource } from './applyments'
import { billOf } from './bill'
import { Refusal, type SigningMerchant } from './merchants'
import { Exact, type Product, parseBody, readPrepayment } from './prepay-request'
import { applyRefund, findRefund } from './refunds'
import { paymentResource, refundResource } from './resources'
import type { Transactions } from './transactions'

/** A request that its merchant has signed. */
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
  /** Origin of the simulator. */
  origin: string
  now(): number
  /** The balances of sellers cover no new refund. */
  isBalanceLow: boolean
  /** Called for a new refund, which is settled later. */
  onRefund(transaction: ReturnType<Transactions['require']>, number: string): void
  /** Files of bills by token. */
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

const prepay: Handler = ({ transactions, origin }, { merchant, body }, [product = 'jsapi']) => {
  const id = transactions.prepay(merchant, readPrepayment(merchant, product as Product, body))
  return product === 'h5' ? { h5_url: `${origin}/till?prepay_id=${id}` } : { prepay_id: id }
}

/** Checks the merchant numbers that a query names. */
function checkQuery({ merchant, url }: SignedRequest, seller: string) {
  const expected: Partial<Record<string, string>> =
    merchant.role === 'direct'
      ? { mchid: merchant.mchid }
      : merchant.role === 'partner'
        ? { sp_mchid: merchant.mchid, sub_mchid: seller }
        : {}
  for (const [name, value] of Object.entries(expected))
    if (url.searchParams.get(name) !== value) throw new Refusal(400, 'PARAM_ERROR', `参数错误：${name}`)
}

const query: Handler = ({ transactions }, request, [number = '']) => {
  const transaction = transactions.require(request.merchant, number)
  checkQuery(request, transaction.seller)
  return paymentResource(transaction)
}

/** The bodies that close a payment, by role. */
const CLOSE_BODIES = {
  direct: Exact({ mchid: Type.String() }),
  partner: Exact({ sp_mchid: Type.String(), sub_mchid: Type.String() }),
  platform: Exact({
    combine_appid: Type.String(),
    sub_orders: Type.Array(
      Exact({ mchid: Type.String(), sub_mchid: Type.String(), out_trade_no: Type.String() }),
      { minItems: 1, maxItems: 1 },
    ),
  }),
} as const

const close: Handler = ({ transactions }, { merchant, body }, [number = '']) => {
  const transaction = transactions.require(merchant, number)
  const { mchid, role } = merchant
  const { seller, appid } = transaction
  const expected = {
    direct: { mchid },
    partner: { sp_mchid: mchid, sub_mchid: seller },
    platform: {
      combine_appid: appid,
      sub_orders: [{ mchid, sub_mchid: seller, out_trade_no: number }],
    },
  }
  if (!Value.Equal(parseBody(CLOSE_BODIES[role], body), expected[role]))
    throw new Refusal(400, 'PARAM_ERROR', '商户号或appid与下单时不一致')
  transactions.close(transaction)
  return undefined
}

const refund: Handler = (context, { merchant, body }) => {
  const { transactions, isBalanceLow } = context
  const { transaction, refund: made } = applyRefund(merchant, transactions, body, {
    ...{ now: context.now(), isBalanceLow },
  })
  if (made.status === 'PROCESSING') context.onRefund(transaction, made.number)
  return refundResource(transaction, made, true)
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

const ALL_ROLES = ['direct', 'partner', 'platform'] as const

const PREFIXES: Record<WechatPayRole, string> = {
  direct: '/v3/pay/transactions',
  partner: '/v3/pay/partner/transactions',
  platform: '/v3/combine-transactions',
}

const routes: readonly Route[] = [
  ...ALL_ROLES.flatMap((role): Route[] => {
    const at = (rest: string) => new RegExp(`^${PREFIXES[role]}/${rest}$`)
    return [
      { method: 'POST', path: at('(jsapi|h5)'), roles: [role], answer: prepay },
      { method: 'GET', path: at('out-trade-no/([^/]+)'), roles: [role], answer: query },
      { method: 'POST', path: at('out-trade-no/([^/]+)/close'), roles: [role], answer: close },
    ]
  }),
  { method: 'POST', path: /^\/v3\/refund\/domestic\/refunds$/, roles: ['direct', 'partner'], answer: refund },
  {
    ...{ method: 'GET', path: /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/ },
    ...{ roles: ['direct', 'partner'], answer: queryRefund },
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
  { method: 'GET', path: /^\/v3\/bill\/tradebill$/, roles: ALL_ROLES, answer: bill },
]

/** Answers a signed request. @throws Refusal, also for an API of another role. */
export function answerSigned(context: ApiContext, request: SignedRequest): object | undefined {
  for (const { method, path, roles, answer } of routes) {
    const match = path.exec(request.url.pathname)
    if (!match || method !== request.method) continue
    const { role } = request.merchant
    if (!roles.includes(role))
      throw new Refusal(
        403,
        'NO_AUTH',
        role === 'platform' ? '电商商户不允许调用此API' : '非电商商户暂不支持调用此API',
      )
    return answer(context, request, match.slice(1))
  }
  throw new Refusal(404, 'RESOURCE_NOT_EXISTS', '接口不存在')
}
