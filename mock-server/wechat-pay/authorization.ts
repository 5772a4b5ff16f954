import { MAX_AGE_S, SCHEME, verifyParts } from '../../server/gateways/wechat-pay/signature'
import { Refusal, type SigningMerchant } from './merchants'

export interface ReceivedRequest {
  method: string
  /** Path with query, as received. */
  path: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

const FIELDS = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const

/** Nonces that were used, with their times; older ones are refused for their time. */
export type UsedNonces = Map<string, number>

const refuse = (reason: string) => new Refusal(401, 'SIGN_ERROR', '签名错误', { reason })

/** Reads the five fields of an `Authorization` header. @throws Refusal */
function readFields(header: unknown): Record<(typeof FIELDS)[number], string> {
  const [scheme, text = ''] = String(header ?? '').split(/ (.*)/s)
  if (scheme !== SCHEME) throw refuse('scheme')
  const fields = Object.fromEntries(
    text.split(',').map((field) => {
      const [, name = '', value = ''] = /^(\w+)="([^"]+)"$/.exec(field) ?? []
      return [name, value]
    }),
  )
  const missing = FIELDS.find((name) => !fields[name])
  if (missing || Object.keys(fields).length !== FIELDS.length) throw refuse(`field ${missing ?? 'unknown'}`)
  return fields as Record<(typeof FIELDS)[number], string>
}

/**
 * Returns the merchant that signed a request.
 * @param now epoch milliseconds
 * @throws Refusal 401 for a wrong, old or repeated signature, 406 without the header `Accept: application/json`.
 */
export function authorize(
  merchants: readonly SigningMerchant[],
  request: ReceivedRequest,
  used: UsedNonces,
  now: number,
): SigningMerchant {
  const {
    mchid,
    nonce_str: nonce,
    timestamp,
    serial_no: serial,
    signature,
  } = readFields(request.headers.authorization)
  const merchant = merchants.find((one) => one.mchid === mchid && one.serial === serial)
  if (!merchant) throw refuse('serial')
  if (Math.abs(now / 1000 - Number(timestamp)) > MAX_AGE_S) throw refuse('timestamp')
  const parts = [request.method, request.path, timestamp, nonce, request.body]
  if (!verifyParts(parts, signature, merchant.publicKey)) throw refuse('signature')
  for (const [old, at] of used) if (now - at > 2 * MAX_AGE_S * 1000) used.delete(old)
  if (used.has(nonce)) throw refuse('nonce')
  used.set(nonce, now)
  if (!String(request.headers.accept ?? '').includes('application/json'))
    throw new Refusal(406, 'INVALID_REQUEST', 'Accept 不是 application/json')
  if (!request.headers['user-agent']) throw new Refusal(400, 'INVALID_REQUEST', '没有 User-Agent')
  return merchant
}
