import { createHash, type KeyObject } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { WechatPayRole } from '@/domain/payment/payment-rights'
import type { RefundCard } from '@/domain/payment/refund'
import { type Fields, integerAt, isFields, momentAt, objectAt, requireText, textAt } from '../fields'
import {
  GatewayError,
  type GatewayNotice,
  type GatewayRefund,
  type GatewayRefundState,
  type PaymentGateway,
  type PaymentRequest,
} from '../payment-gateway'
import { type ClientDependencies, WechatPayClient } from './client'
import { type MerchantNumbers, productOf, roleApis } from './roles'
import { decryptResource, encryptField } from './secret-box'
import { findSignatureError, type MerchantKey, readSignature, sealingKeyOf, signCashier } from './signature'
import { parseBill } from './statement'

export interface WechatPaySettings {
  role: WechatPayRole
  baseUrl: string
  merchant: MerchantKey & MerchantNumbers
  /** New platform certificates are added to it. */
  keys: Map<string, KeyObject>
  /** The 32-byte APIv3 key. */
  apiKey: string
  /** The city of the sellers' banks, which applications of a platform name. */
  bankArea?: string | undefined
}

const REFUND_STATES: Record<string, GatewayRefundState> = {
  PROCESSING: 'processing',
  SUCCESS: 'done',
  CLOSED: 'closed',
  // the names in an earlier edition of the documents for platforms: of queries and of notices
  ...{ REFUNDCLOSE: 'closed', CLOSE: 'closed' },
  ABNORMAL: 'failed',
}

/**
 * The beginning of `user_received_account` of a refund to the merchant (商户基本账户 or 商户结算银行账户).
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012791863
 */
const TO_MERCHANT = '商户'

const isCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof GatewayError && codes.includes(error.code)

/** The codes of a payment that the service does not know, because its preparation never arrived. */
const UNKNOWN_PAYMENT = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS']

/** Creates the gateway to WeChat Pay's API v3 in one role. */
export function createWechatPay(settings: WechatPaySettings, deps: ClientDependencies): PaymentGateway {
  const { merchant, keys, apiKey } = settings
  const client = new WechatPayClient({ baseUrl: settings.baseUrl, merchant, keys }, deps)
  const api = roleApis[settings.role](merchant)

  return {
    ...(settings.role === 'direct' ? { onlySeller: merchant.mchid } : {}),

    async prepare(request) {
      const { path, body } = api.prepay(request)
      const reply = await client.call('POST', path, body)
      const product = productOf(request)
      if (product === 'native') return { kind: 'qr-code', text: requireText(reply, 'code_url') }
      return product === 'h5' ? toRedirect(reply, request) : toCashier(reply, request)
    },

    async query(payment) {
      try {
        return api.readPayment(await client.call('GET', api.query(payment)))
      } catch (error) {
        if (isCode(error, UNKNOWN_PAYMENT)) return { ...payment, state: 'open' }
        throw error
      }
    },

    async close(payment) {
      const { path, body } = api.close(payment)
      try {
        await client.call('POST', path, body)
      } catch (error) {
        if (!isCode(error, ['ORDER_CLOSED', 'ORDERCLOSED', ...UNKNOWN_PAYMENT])) throw error
      }
    },

    async refund(request) {
      const { path, body } = api.refund(request)
      return readRefund(await client.call('POST', path, body))
    },

    queryRefund: async (refund) => readRefund(await client.call('GET', api.queryRefund(refund))),

    async redirectRefund(refund, to) {
      const { path, body } = api.redirectRefund(refund)
      const [serial, key] = sealingKeyOf(keys)
      return readRefund(await client.call('POST', path, { ...body, ...accountOf(to, key) }, serial))
    },

    statement: (day) => readStatement(client, day),

    readNotice(header, body): GatewayNotice {
      const error = findSignatureError(keys, readSignature(header), body, deps.clock())
      if (error) throw new GatewayError('forged', error, `a notice: ${error}`)
      const fields = decryptNotice(apiKey, body)
      return 'refund_status' in fields
        ? { kind: 'refund', refund: readRefund(fields) }
        : { kind: 'payment', payment: api.readPayment(fields) }
    },
  }

  function toCashier(reply: Fields, { appid = merchant.appid }: PaymentRequest) {
    const timestamp = Math.floor(deps.clock() / 1000)
    const nonce = Buffer.from(deps.random(16)).toString('hex')
    const prepayId = requireText(reply, 'prepay_id')
    const params = signCashier(merchant.privateKey, { appId: appid, prepayId, timestamp, nonce })
    return { kind: 'wechat-cashier', params } as const
  }

  function toRedirect(reply: Fields, { returnUrl }: PaymentRequest) {
    const url = new URL(requireText(reply, 'h5_url'))
    if (returnUrl) url.searchParams.set('redirect_url', returnUrl)
    return { kind: 'redirect', url: url.toString() } as const
  }
}

/** The account that gets a refund which failed; number and name of a card are encrypted for WeChat Pay. */
const accountOf = (to: RefundCard | 'seller', key: KeyObject) =>
  to === 'seller'
    ? { type: 'MERCHANT_BANK_CARD' }
    : {
        ...{ type: 'USER_BANK_CARD', bank_type: `${to.bank}_DEBIT` },
        ...{ bank_account: encryptField(key, to.number), real_name: encryptField(key, to.name) },
      }

/** Downloads the bill of a day. @throws GatewayError `BAD_BILL` when it does not have its hash or cannot be read */
async function readStatement(client: WechatPayClient, day: string) {
  const query = new URLSearchParams({ bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' })
  const reply = await client.call('GET', `/v3/bill/tradebill?${query}`)
  const file = await client.download(requireText(reply, 'download_url'))
  const csv = gunzipSync(file)
  const hash = createHash('sha1').update(csv).digest('hex')
  if (hash !== requireText(reply, 'hash_value').toLowerCase())
    throw new GatewayError('unavailable', 'BAD_BILL', `the bill of ${day} does not have its hash`)
  try {
    return parseBill(csv.toString('utf8'))
  } catch (error) {
    throw new GatewayError('unavailable', 'BAD_BILL', `the bill of ${day}: ${(error as Error).message}`)
  }
}

/** The encrypted fields of a notice. @throws GatewayError `undecipherable` */
function decryptNotice(apiKey: string, body: string): Fields {
  try {
    const { resource } = JSON.parse(body) as { resource?: unknown }
    if (!isFields(resource)) throw new Error('no resource')
    const text = decryptResource(apiKey, {
      algorithm: requireText(resource, 'algorithm'),
      ciphertext: requireText(resource, 'ciphertext'),
      nonce: requireText(resource, 'nonce'),
      associated_data: textAt(resource, 'associated_data'),
    })
    const fields: unknown = JSON.parse(text)
    if (!isFields(fields)) throw new Error('no object')
    return fields
  } catch {
    throw new GatewayError('forged', 'undecipherable', 'a notice cannot be decrypted')
  }
}

/** Reads a refund; a reply without its state is that of an application just made. */
function readRefund(fields: Fields): GatewayRefund {
  const state = textAt(fields, 'status') ?? textAt(fields, 'refund_status') ?? 'PROCESSING'
  const isSentBack = state === 'SUCCESS' && textAt(fields, 'user_received_account')?.startsWith(TO_MERCHANT)
  return {
    number: requireText(fields, 'out_refund_no'),
    state: isSentBack ? 'sent-back' : (REFUND_STATES[state] ?? 'processing'),
    serviceId: textAt(fields, 'refund_id'),
    amount: integerAt(objectAt(fields, 'amount'), 'refund'),
    settledAt: momentAt(fields, 'success_time'),
  }
}
