import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { wechatPayRoles } from '@/domain/payment/payment-rights'
import { checkKey, checkShape, Literals, Pem } from '../operator-values'
import type { WechatPaySettings } from './gateway'
import { readPrivateKey, readPublicKey } from './signature'

/** The credentials of an installation for its merchant at WeChat Pay in one role. */
export const WechatPayCredentials = Exact({
  role: Literals(wechatPayRoles),
  mchid: Type.String({ pattern: '^\\d{8,10}$' }),
  appid: Type.String({ pattern: '^wx[0-9A-Za-z]{8,30}$' }),
  /** Serial number of the API certificate. */
  serial: Type.String({ pattern: '^[0-9A-F]{8,64}$' }),
  /** The private key of the API certificate, PEM. */
  privateKey: Pem,
  /** The APIv3 key. */
  apiKey: Type.String({ minLength: 32, maxLength: 32 }),
  /** WeChat Pay's public key, and its platform certificates, as PEM by serial. */
  publicKeys: Type.Record(Type.String(), Pem, { minProperties: 1 }),
  /** The city of the sellers' banks (省市区编号), which applications of a platform name. */
  bankArea: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  /** True if this server pays out the sellers of a platform, because 自动提现 is off. */
  payouts: Type.Optional(Type.Boolean()),
  /** Another address than WeChat Pay's, for tests. */
  baseUrl: Type.Optional(Type.String({ pattern: '^https?://' })),
})
export type WechatPayCredentials = Static<typeof WechatPayCredentials>

/**
 * Checks credentials, keys included. @throws Error that names the wrong field and never quotes it.
 */
export function checkWechatPayCredentials(value: unknown): WechatPayCredentials {
  const credentials = checkShape(WechatPayCredentials, value)
  checkKey('/privateKey', () => readPrivateKey(credentials.privateKey))
  for (const [serial, pem] of Object.entries(credentials.publicKeys))
    checkKey(`/publicKeys/${serial}`, () => readPublicKey(pem))
  return credentials
}

const WECHAT_PAY_URL = 'https://api.mch.weixin.qq.com'

export const wechatPaySettings = (credentials: WechatPayCredentials): WechatPaySettings => ({
  role: credentials.role,
  baseUrl: credentials.baseUrl ?? WECHAT_PAY_URL,
  merchant: {
    mchid: credentials.mchid,
    appid: credentials.appid,
    serial: credentials.serial,
    privateKey: readPrivateKey(credentials.privateKey),
  },
  keys: new Map(Object.entries(credentials.publicKeys).map(([serial, pem]) => [serial, readPublicKey(pem)])),
  apiKey: credentials.apiKey,
  ...(credentials.bankArea === undefined ? {} : { bankArea: credentials.bankArea }),
})
