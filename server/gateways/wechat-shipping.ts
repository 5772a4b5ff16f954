import type { Fulfilment } from '@/domain/fulfilment'
import type { Parcel } from '@/domain/parcel'
import { GatewayError } from './payment-gateway'
import type { WechatApp } from './wechat'

/** The content of a shipping report: an order that was sent. */
export interface ShippingReport {
  /** The mini-program in which the order was paid, and the payer's openid within it. */
  appid: string
  openid: string
  /** WeChat Pay's number of the payment. */
  transactionId: string
  fulfilment: Fulfilment
  /** Shown to the buyer; cut off at 120 characters. */
  goods: string
  /** Present for `courier`. */
  parcel?: Parcel | undefined
  receiverPhone: string
  /** Epoch milliseconds; a correction has a later time. */
  at: number
}

/** WeChat's shipping reports (发货信息管理). WeChat pays a seller out after the report of the order. */
export interface WechatShipping {
  /** Reports an order, or corrects its report once. @throws GatewayError when WeChat refuses it or does not answer. */
  report(report: ShippingReport): Promise<void>
}

const TIMEOUT_MS = 8000

/** A token is asked for again this long before it ends. */
const TOKEN_MARGIN_MS = 5 * 60_000

/** The token is wrong or has ended. */
const TOKEN_ERRORS = [40001, 40014, 42001]

/** WeChat has the report already, or takes no other one: 已完成发货, 已使用重新发货机会, 发货信息未更新. */
const KNOWN_ERRORS = [10060002, 10060003, 10060023]

const LOGISTICS_TYPES: Record<Fulfilment, number> = { courier: 1, local: 2, 'on-site': 3, pickup: 4 }

const MAX_GOODS_LENGTH = 120

/** China has had no summer time since 1991. */
const CHINA_OFFSET_MS = 8 * 3_600_000

/** RFC 3339 with milliseconds, as WeChat compares the times of reports. */
const chinaTime = (at: number): string => new Date(at + CHINA_OFFSET_MS).toISOString().replace('Z', '+08:00')

/** Replaces the middle digits of a phone by asterisks. */
const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/**
 * The body of a report. SF Express needs a contact.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo
 */
export const bodyOf = ({
  openid,
  transactionId,
  fulfilment,
  goods,
  parcel,
  receiverPhone,
  at,
}: ShippingReport) => ({
  order_key: { order_number_type: 2, transaction_id: transactionId },
  logistics_type: LOGISTICS_TYPES[fulfilment],
  delivery_mode: 1,
  shipping_list: [
    {
      item_desc: [...goods].slice(0, MAX_GOODS_LENGTH).join(''),
      ...(parcel ? { tracking_no: parcel.waybill, express_company: parcel.carrier } : {}),
      ...(parcel?.carrier === 'SF' ? { contact: { receiver_contact: masked(receiverPhone) } } : {}),
    },
  ],
  upload_time: chinaTime(at),
  payer: { openid },
})

interface Token {
  value: string
  until: number
}

interface ShippingSettings {
  apps: readonly WechatApp[]
  /** `https://api.weixin.qq.com`, or a simulator of it. */
  baseUrl: string
  clock(): number
}

/** Creates the client of WeChat's shipping reports, which keeps one token for each mini-program. */
export function createWechatShipping({ apps, baseUrl, clock }: ShippingSettings): WechatShipping {
  const tokens = new Map<string, Token>()

  async function tokenOf(appid: string): Promise<string> {
    const known = tokens.get(appid)
    if (known && known.until > clock()) return known.value
    const app = apps.find((one) => one.appid === appid)
    if (!app) throw new GatewayError('rejected', 'UNKNOWN_APPID', 'not a mini-program of this server')
    // a stable token is the same for all servers; asking for it does not end that of another one
    const answer = await post(baseUrl, '/cgi-bin/stable_token', {
      ...{ grant_type: 'client_credential', appid, secret: app.secret },
    })
    if (typeof answer.access_token !== 'string') throw refusal(answer)
    const until = clock() + Number(answer.expires_in) * 1000 - TOKEN_MARGIN_MS
    tokens.set(appid, { value: answer.access_token, until })
    return answer.access_token
  }

  async function upload(report: ShippingReport): Promise<Answer> {
    const token = await tokenOf(report.appid)
    return post(
      baseUrl,
      `/wxa/sec/order/upload_shipping_info?${new URLSearchParams({ access_token: token })}`,
      bodyOf(report),
    )
  }

  return {
    async report(report) {
      let answer = await upload(report)
      if (TOKEN_ERRORS.includes(Number(answer.errcode))) {
        tokens.delete(report.appid)
        answer = await upload(report)
      }
      if (Number(answer.errcode) !== 0 && !KNOWN_ERRORS.includes(Number(answer.errcode)))
        throw refusal(answer)
    },
  }
}

interface Answer {
  errcode?: unknown
  errmsg?: unknown
  access_token?: unknown
  expires_in?: unknown
}

const refusal = ({ errcode, errmsg }: Answer): GatewayError =>
  new GatewayError('rejected', String(errcode), String(errmsg))

async function post(baseUrl: string, path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer: unknown = await response.json()
    return answer !== null && typeof answer === 'object' ? answer : {}
  } catch {
    throw new GatewayError('unavailable', 'NO_ANSWER', 'WeChat did not answer')
  }
}
