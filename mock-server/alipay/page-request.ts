import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { toFen } from '../../server/gateways/alipay/amount'
import { type Application, accountOf, isSigned, Refusal } from './applications'
import { fromChinaTime } from './china-time'
import type { TradeRequest } from './trades'

const Content = Type.Object(
  {
    out_trade_no: Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' }),
    total_amount: Type.String({ pattern: '^\\d{1,9}\\.\\d{2}$' }),
    subject: Type.String({ minLength: 1, maxLength: 256 }),
    product_code: Type.Literal('QUICK_WAP_WAY'),
    time_expire: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$' }),
    quit_url: Type.Optional(Type.String({ maxLength: 400 })),
  },
  { additionalProperties: false },
)

/** Pages may be opened this long after they were prepared, in ms. */
const MAX_AGE_MS = 15 * 60_000

/**
 * Reads the address of a payment page (`alipay.trade.wap.pay`, API v2): signature, time and content. Source:
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
  if (fields.method !== 'alipay.trade.wap.pay') throw new Refusal(400, 'isv.invalid-method', '不存在的方法名')
  if (!(Math.abs(now - fromChinaTime(fields.timestamp ?? '')) < MAX_AGE_MS))
    throw new Refusal(400, 'isv.invalid-timestamp', '非法的时间戳参数')
  const content = readContent(fields.biz_content ?? '')
  return {
    ...{ appid: application.appid, merchant: accountOf(application, fields.app_auth_token) },
    ...{ number: content.out_trade_no, subject: content.subject },
    amount: toFen(content.total_amount) ?? 0,
    noticeUrl: fields.notify_url ?? '',
    returnUrl: fields.return_url,
    expiresAt: fromChinaTime(content.time_expire),
  }
}

function readContent(text: string): Static<typeof Content> {
  try {
    const value: unknown = JSON.parse(text)
    if (Value.Check(Content, value)) return value
  } catch {
    // answered below
  }
  throw new Refusal(400, 'isv.invalid-parameter', '参数无效')
}
