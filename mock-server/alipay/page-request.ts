import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { Exact } from '@/contract/shapes'
import { toFen } from '../../server/gateways/alipay/amount'
import { TradeNumber, Yuan } from './api'
import { type Application, accountOf, isSigned, Refusal } from './applications'
import { fromChinaTime } from './china-time'
import type { TradeRequest } from './trades'

const Time = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$' })
const Address = (maxLength: number) => Type.String({ maxLength, pattern: '^https?://[^\\s<>]+$' })

const Parameters = Exact({
  ...{ app_id: Type.String({ maxLength: 32 }), method: Type.String({ maxLength: 128 }) },
  ...{ format: Type.Optional(Type.Literal('JSON')), charset: Type.Literal('utf-8') },
  ...{ version: Type.Literal('1.0'), sign_type: Type.Literal('RSA2'), sign: Type.String({ maxLength: 344 }) },
  ...{ timestamp: Time, biz_content: Type.String({ minLength: 2 }) },
  ...{ return_url: Type.Optional(Address(256)), notify_url: Type.Optional(Address(256)) },
  ...{ app_auth_token: Type.Optional(Type.String({ maxLength: 40 })) },
  // Alipay's SDK names itself
  alipay_sdk: Type.Optional(Type.String()),
})

const content = {
  out_trade_no: TradeNumber,
  total_amount: Yuan,
  subject: Type.String({ minLength: 1, maxLength: 256, pattern: '^[^/=&]+$' }),
  time_expire: Time,
}

const CONTENTS = {
  'alipay.trade.wap.pay': Exact({
    ...{ ...content, product_code: Type.Literal('QUICK_WAP_WAY') },
    quit_url: Type.Optional(Address(400)),
  }),
  'alipay.trade.page.pay': Type.Object(
    { ...content, product_code: Type.Literal('FAST_INSTANT_TRADE_PAY') },
    { additionalProperties: false },
  ),
}

/** The time that a buyer may be given, in ms: from a minute to 15 days. Unverified: whether Alipay refuses other times. */
const MIN_TIME_MS = 60_000
const MAX_TIME_MS = 15 * 24 * 60 * MIN_TIME_MS

/** Pages may be opened this long after they were prepared, in ms. Unverified: no document was found that names the time. */
const MAX_AGE_MS = 15 * 60_000

/**
 * Reads the address of a payment page (API v2): signature, time and content. Source:
 * https://opendocs.alipay.com/common/02kf5q
 * @throws Refusal
 */
export function readPageRequest(
  applications: readonly Application[],
  query: URLSearchParams,
  now: number,
): TradeRequest {
  const fields = Object.fromEntries(query)
  const application = applications.find(({ appid }) => appid === fields.app_id)
  if (!application) throw new Refusal(400, 'isv.invalid-app-id', '无效的AppID参数')
  const { sign = '', ...signed } = fields
  const text = Object.keys(signed)
    .sort()
    .map((name) => `${name}=${signed[name]}`)
    .join('&')
  if (fields.sign_type !== 'RSA2' || !isSigned(text, sign, application.publicKey))
    throw new Refusal(400, 'isv.invalid-signature', '验签出错')
  const { method } = fields
  if (!isPageMethod(method)) throw new Refusal(400, 'isv.invalid-method', '不存在的方法名')
  if (!Value.Check(Parameters, fields)) throw new Refusal(400, 'isv.invalid-parameter', '参数无效')
  const sentAt = fromChinaTime(fields.timestamp)
  if (!(Math.abs(now - sentAt) < MAX_AGE_MS))
    throw new Refusal(400, 'isv.invalid-timestamp', '非法的时间戳参数')
  const content = readContent(method, fields.biz_content)
  const expiresAt = fromChinaTime(content.time_expire)
  if (expiresAt - sentAt < MIN_TIME_MS || expiresAt - sentAt > MAX_TIME_MS)
    throw new Refusal(400, 'ACQ.INVALID_PARAMETER', '参数无效：time_expire')
  return {
    ...{ appid: application.appid, merchant: accountOf(application, fields.app_auth_token) },
    ...{ number: content.out_trade_no, subject: content.subject },
    amount: toFen(content.total_amount) ?? 0,
    noticeUrl: fields.notify_url ?? '',
    returnUrl: fields.return_url,
    expiresAt,
  }
}

type PageMethod = keyof typeof CONTENTS
const isPageMethod = (method: string | undefined): method is PageMethod =>
  method !== undefined && Object.hasOwn(CONTENTS, method)

function readContent(method: PageMethod, text: string): Static<(typeof CONTENTS)[PageMethod]> {
  try {
    const value: unknown = JSON.parse(text)
    if (Value.Check(CONTENTS[method], value)) return value
  } catch {
    // answered below
  }
  throw new Refusal(400, 'isv.invalid-parameter', '参数无效')
}
