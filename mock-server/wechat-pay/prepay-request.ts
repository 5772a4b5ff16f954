import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { Exact } from '@/contract/shapes'
import { checkAppid, checkSeller, Refusal, type SigningMerchant } from './merchants'

export const Text = (least: number, most: number) => Type.String({ minLength: least, maxLength: most })

export const AppId = Type.String({ pattern: '^wx[0-9a-z]{4,30}$' })
export const MchId = Type.String({ pattern: '^[0-9]{8,10}$' })
export const TradeNo = Type.String({ pattern: '^[0-9A-Za-z_\\-|*]{6,32}$' })
const Time = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
})
// HTTPS outside of tests; a simulator on this machine is reached by HTTP
export const NotifyUrl = Type.String({
  maxLength: 255,
  pattern: '^(https://|http://127\\.0\\.0\\.1:)[^?#]+$',
})
const Currency = Type.Literal('CNY')
const Address = Type.String({ pattern: '^(?!127\\.)[0-9a-fA-F.:]{3,45}$' })
const H5Info = Exact({
  type: Type.Union([Type.Literal('Wap'), Type.Literal('iOS'), Type.Literal('Android')]),
})
const SceneInfo = Exact({ payer_client_ip: Address, h5_info: Type.Optional(H5Info) })
/** Source: https://pay.weixin.qq.com/doc/v3/partner/4012760626 */
const CombinedSceneInfo = Exact({ payer_client_ip: Address, device_id: Text(7, 32), h5_info: H5Info })

const single = {
  description: Text(1, 127),
  out_trade_no: TradeNo,
  time_expire: Type.Optional(Time),
  attach: Type.Optional(Text(1, 128)),
  notify_url: NotifyUrl,
  amount: Exact({ total: Type.Integer({ minimum: 1 }), currency: Currency }),
  scene_info: Type.Optional(SceneInfo),
}

const DirectBody = Exact({
  ...single,
  appid: AppId,
  mchid: MchId,
  payer: Type.Optional(Exact({ openid: Text(1, 128) })),
})

const PartnerBody = Exact({
  ...single,
  sp_appid: AppId,
  sp_mchid: MchId,
  sub_appid: Type.Optional(AppId),
  sub_mchid: MchId,
  payer: Type.Optional(
    Exact({ sp_openid: Type.Optional(Text(1, 128)), sub_openid: Type.Optional(Text(1, 128)) }),
  ),
})

const CombinedBody = Exact({
  combine_appid: AppId,
  combine_mchid: MchId,
  combine_out_trade_no: TradeNo,
  sub_orders: Type.Array(
    Exact({
      mchid: MchId,
      sub_mchid: MchId,
      out_trade_no: TradeNo,
      attach: Text(1, 128),
      description: Text(1, 127),
      amount: Exact({ total_amount: Type.Integer({ minimum: 1 }), currency: Currency }),
    }),
    { minItems: 1, maxItems: 1 },
  ),
  time_expire: Type.Optional(Time),
  notify_url: NotifyUrl,
  scene_info: Type.Optional(CombinedSceneInfo),
  combine_payer_info: Type.Optional(Exact({ openid: Text(1, 128) })),
})

export type Product = 'jsapi' | 'h5' | 'native'

/** A prepayment in the terms of all roles. */
export interface Prepayment {
  number: string
  product: Product
  /** The seller's merchant number; that of the signing merchant in the role `direct`. */
  seller: string
  appid: string
  /** The appid of the signing merchant that the payment names. */
  merchantAppid: string
  openid?: string | undefined
  /** A combined order (合单). */
  isCombined?: boolean
  amount: number
  description: string
  noticeUrl: string
  /** Epoch milliseconds. */
  expiresAt?: number | undefined
}

/** Parses a body. @throws Refusal `PARAM_ERROR` that names the first faulty field. */
export function parseBody<T extends TSchema>(schema: T, text: string): Static<T> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refusal(400, 'PARAM_ERROR', '请求体不是 JSON')
  }
  const fault = Value.Errors(schema, body).First()
  if (fault)
    throw new Refusal(400, 'PARAM_ERROR', `参数错误：${fault.path}`, {
      field: fault.path,
      issue: fault.message,
    })
  return body as Static<T>
}

/** Checks the length of a text in bytes of UTF-8. @throws Refusal */
export function checkBytes(field: string, text: string | undefined, max: number): void {
  if (Buffer.byteLength(text ?? '') > max)
    throw new Refusal(400, 'PARAM_ERROR', `参数错误：${field}`, { field })
}

const requireOpenid = (product: Product, openid: string | undefined) => {
  if (product === 'jsapi' && !openid) throw new Refusal(400, 'PARAM_ERROR', '缺少 openid')
  return openid
}

const expiryOf = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time))

/** Reads and checks the body of a prepayment in one form. @throws Refusal */
export function readPrepayment(
  merchant: SigningMerchant,
  form: PrepayForm,
  product: Product,
  text: string,
): Prepayment {
  if (product === 'h5' && !merchant.allowsH5) throw new Refusal(403, 'NO_AUTH', '没有 H5 支付权限')
  const prepayment = readers[form](merchant, product, text)
  const { scene_info: scene } = JSON.parse(text) as { scene_info?: { h5_info?: unknown } }
  if (product === 'h5' && !scene?.h5_info) throw new Refusal(400, 'PARAM_ERROR', '缺少 scene_info.h5_info')
  return prepayment
}

type Reader = (merchant: SigningMerchant, product: Product, text: string) => Prepayment

const checkMchid = (merchant: SigningMerchant, mchid: string) => {
  if (mchid !== merchant.mchid) throw new Refusal(400, 'PARAM_ERROR', '商户号与签名商户号不一致')
}

/** The forms of a prepayment: that of a merchant's own, of a partner or platform, and of a combined order. */
export type PrepayForm = 'direct' | 'partner' | 'combined'

const readers: Record<PrepayForm, Reader> = {
  direct(merchant, product, text) {
    const body = parseBody(DirectBody, text)
    checkMchid(merchant, body.mchid)
    checkAppid(merchant, body.appid)
    return {
      ...{ number: body.out_trade_no, product, seller: body.mchid },
      ...{ appid: body.appid, merchantAppid: body.appid },
      ...{ amount: body.amount.total, description: body.description, noticeUrl: body.notify_url },
      openid: requireOpenid(product, body.payer?.openid),
      expiresAt: expiryOf(body.time_expire),
    }
  },
  partner(merchant, product, text) {
    const body = parseBody(PartnerBody, text)
    checkMchid(merchant, body.sp_mchid)
    checkSeller(merchant, body.sub_mchid)
    checkAppid(merchant, body.sp_appid)
    if (body.sub_appid) checkAppid(merchant, body.sub_appid, body.sub_mchid)
    if (body.payer?.sub_openid && !body.sub_appid)
      throw new Refusal(400, 'PARAM_ERROR', 'sub_openid 需要 sub_appid')
    return {
      ...{
        number: body.out_trade_no,
        product,
        seller: body.sub_mchid,
        appid: body.sub_appid ?? body.sp_appid,
        merchantAppid: body.sp_appid,
      },
      ...{ amount: body.amount.total, description: body.description, noticeUrl: body.notify_url },
      openid: requireOpenid(product, body.payer?.sub_openid ?? body.payer?.sp_openid),
      expiresAt: expiryOf(body.time_expire),
    }
  },
  combined(merchant, product, text) {
    const body = parseBody(CombinedBody, text)
    checkMchid(merchant, body.combine_mchid)
    checkAppid(merchant, body.combine_appid)
    const [order] = body.sub_orders
    if (!order) throw new Refusal(400, 'PARAM_ERROR', '没有子单')
    checkMchid(merchant, order.mchid)
    checkSeller(merchant, order.sub_mchid)
    return {
      ...{ number: order.out_trade_no, product, seller: order.sub_mchid, isCombined: true },
      ...{ appid: body.combine_appid, merchantAppid: body.combine_appid },
      ...{ amount: order.amount.total_amount, description: order.description, noticeUrl: body.notify_url },
      openid: requireOpenid(product, body.combine_payer_info?.openid),
      expiresAt: expiryOf(body.time_expire),
    }
  },
}
