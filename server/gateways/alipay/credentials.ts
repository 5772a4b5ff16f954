import { createPrivateKey } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { Exact } from '@/contract/shapes'
import { checkKey, checkShape, Pem } from '../operator-values'
import type { PaymentGateway } from '../payment-gateway'
import { readPublicKey } from '../wechat-pay/signature'
import { createAlipay } from './gateway'

const Account = Type.String({ pattern: '^2088\\d{12}$' })

/** The credentials of an installation for its application at Alipay. */
const AlipayCredentials = Exact({
  service: Type.Literal('alipay'),
  /** The application. */
  appid: Type.String({ pattern: '^\\d{16}$' }),
  merchant: Account,
  privateKey: Pem,
  publicKey: Pem,
  /** Tokens of other sellers who have authorized the application, by account. */
  sellers: Type.Optional(Type.Record(Account, Type.String({ minLength: 8, maxLength: 200 }))),
  /** Another address than Alipay's, for tests. */
  baseUrl: Type.Optional(Type.String({ pattern: '^https?://' })),
})
export type AlipayCredentials = Static<typeof AlipayCredentials>

/** True for credentials whose `service` is Alipay. */
export const isAlipay = (value: unknown): boolean =>
  (value as { service?: unknown } | null)?.service === 'alipay'

/** Checks credentials, keys included. @throws Error that names the wrong field and never quotes it. */
export function checkAlipayCredentials(value: unknown): AlipayCredentials {
  const credentials = checkShape(AlipayCredentials, value)
  checkKey('/privateKey', () => createPrivateKey(credentials.privateKey))
  checkKey('/publicKey', () => readPublicKey(credentials.publicKey))
  return credentials
}

const ALIPAY_URL = 'https://openapi.alipay.com'

/** Creates the gateway that credentials open. The SDK is loaded by installations that use it only. */
export async function connectAlipay(
  credentials: AlipayCredentials,
  { clock }: { clock(): number },
): Promise<PaymentGateway> {
  const { AlipaySdk } = await import('alipay-sdk')
  const { appid, merchant, publicKey, sellers = {}, baseUrl = ALIPAY_URL } = credentials
  // the SDK takes a key of one kind by its text
  const privateKey = createPrivateKey(credentials.privateKey)
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
  const sdk = new AlipaySdk({
    ...{ appId: appid, privateKey, keyType: 'PKCS8', alipayPublicKey: publicKey, signType: 'RSA2' },
    ...{ endpoint: baseUrl, gateway: `${baseUrl}/gateway.do` },
  })
  return createAlipay(sdk, { appid, merchant, sellers }, clock)
}
