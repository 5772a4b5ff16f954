import type { WechatApp } from '../../server/gateways/wechat'

const TOKEN_MS = 7200_000

/** WeChat's answer: an error, or success without further content. */
interface Answer {
  errcode: number
  errmsg: string
}

const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })
const OK = refuse(0, 'ok')

/** The answer to a token that has ended. */
export const INVALID_TOKEN = refuse(40001, 'invalid credential, access_token is invalid')

export interface PaidTransaction {
  appid?: string | undefined
  openid?: string | undefined
}

export interface Shipment {
  logisticsType: number
  goods: string
  waybill?: string
  carrier?: string
  contact?: string
  uploadTime: number
  /** The number of uploads; the second one is a correction. */
  uploads: number
}

interface Upload {
  order_key?: { order_number_type?: unknown; transaction_id?: unknown }
  logistics_type?: unknown
  delivery_mode?: unknown
  shipping_list?: {
    item_desc?: unknown
    tracking_no?: unknown
    express_company?: unknown
    contact?: { receiver_contact?: unknown; consignor_contact?: unknown }
  }[]
  upload_time?: unknown
  payer?: { openid?: unknown }
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value !== '' && [...value].length <= max

const MASKED = /\*+\d{4}$/
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/

/**
 * Simulates WeChat's shipping reports (发货信息管理) and the stable tokens that they need.
 * Source: https://developers.weixin.qq.com/miniprogram/dev/server/API/order_shipping/api_uploadshippinginfo
 */
export class ShippingSimulator {
  readonly shipments = new Map<string, Shipment>()
  /** When set, every upload is answered by it. */
  refusal: Answer | undefined
  private readonly tokens = new Map<string, { appid: string; until: number }>()
  private count = 0

  constructor(
    private readonly apps: readonly WechatApp[],
    private readonly now: () => number,
    /** Finds a payment by WeChat Pay's number. */
    private readonly findPaid: (transactionId: string) => PaidTransaction | undefined,
  ) {}

  /** The same token for every request while it is valid. */
  token({ grant_type, appid, secret }: Record<string, unknown>): object {
    if (grant_type !== 'client_credential') return refuse(40002, 'invalid grant_type')
    const app = this.apps.find((one) => one.appid === appid)
    if (!app) return refuse(40013, 'invalid appid')
    if (secret !== app.secret) return refuse(40125, 'invalid appsecret')
    const known = [...this.tokens].find(([, token]) => token.appid === appid && token.until > this.now())
    const value = known?.[0] ?? `token-${++this.count}`
    if (!known) this.tokens.set(value, { appid: app.appid, until: this.now() + TOKEN_MS })
    return {
      access_token: value,
      expires_in: Math.floor(((known?.[1].until ?? this.now() + TOKEN_MS) - this.now()) / 1000),
    }
  }

  /** Ends all tokens, as a reset of the secret does. */
  endTokens(): void {
    this.tokens.clear()
  }

  /** The appid that a token was issued to; `undefined` for one that has ended. */
  appidOf(tokenValue: string): string | undefined {
    const token = this.tokens.get(tokenValue)
    return token && token.until > this.now() ? token.appid : undefined
  }

  /** Answers an upload of a report with a token. */
  upload(tokenValue: string, upload: Upload): Answer {
    const appid = this.appidOf(tokenValue)
    if (appid === undefined) return INVALID_TOKEN
    if (this.refusal) return this.refusal
    const problem = problemOf(upload)
    if (problem) return refuse(268485195, problem)
    const transactionId = String(upload.order_key?.transaction_id)
    const paid = this.findPaid(transactionId)
    if (!paid || paid.appid !== appid) return refuse(10060001, '支付单不存在')
    if (paid.openid !== upload.payer?.openid) return refuse(268485194, '支付者openid不匹配')
    return this.take(transactionId, upload)
  }

  private take(transactionId: string, { logistics_type, shipping_list = [], upload_time }: Upload): Answer {
    const known = this.shipments.get(transactionId)
    const [item] = shipping_list
    const uploadTime = Date.parse(String(upload_time))
    const next: Shipment = {
      ...{ logisticsType: Number(logistics_type), goods: String(item?.item_desc), uploadTime },
      ...(item?.tracking_no ? { waybill: String(item.tracking_no) } : {}),
      ...(item?.express_company ? { carrier: String(item.express_company) } : {}),
      ...(item?.contact ? { contact: String(item.contact.receiver_contact) } : {}),
      uploads: (known?.uploads ?? 0) + 1,
    }
    if (known) {
      if (uploadTime <= known.uploadTime) return refuse(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
      if (known.waybill === next.waybill && known.carrier === next.carrier)
        return refuse(10060023, '发货信息未更新')
      if (known.uploads >= 2) return refuse(10060003, '支付单已使用重新发货机会')
    }
    this.shipments.set(transactionId, next)
    return OK
  }
}

/** The name of the invalid field of an upload, if any. */
function problemOf({
  order_key,
  logistics_type,
  delivery_mode,
  shipping_list,
  upload_time,
}: Upload): string | undefined {
  if (order_key?.order_number_type !== 2 || !isText(order_key.transaction_id, 32)) return 'order_key'
  if (![1, 2, 3, 4].includes(Number(logistics_type))) return 'logistics_type'
  if (delivery_mode !== 1 || shipping_list?.length !== 1) return 'delivery_mode'
  if (typeof upload_time !== 'string' || !RFC3339.test(upload_time)) return 'upload_time'
  const [item] = shipping_list
  if (!isText(item?.item_desc, 120)) return 'item_desc'
  if (logistics_type !== 1) return item?.tracking_no === undefined ? undefined : 'tracking_no'
  if (!isText(item?.tracking_no, 128) || !isText(item.express_company, 128)) return 'tracking_no'
  const contact = item.contact?.receiver_contact ?? item.contact?.consignor_contact
  return item.express_company === 'SF' && !MASKED.test(String(contact)) ? 'contact' : undefined
}
