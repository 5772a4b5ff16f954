import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'

/** The scheme of requests and replies of WeChat Pay's API v3. */
export const SCHEME = 'WECHATPAY2-SHA256-RSA2048'

/** Signatures are valid for this long around their time, in seconds. */
export const MAX_AGE_S = 300

/** A merchant's identity in requests. */
export interface MerchantKey {
  mchid: string
  /** Serial number of the merchant's API certificate. */
  serial: string
  privateKey: KeyObject
}

/** WeChat Pay's keys by serial: `PUB_KEY_ID_…` for its public key, the certificate's number for a platform certificate. */
export type PlatformKeys = ReadonlyMap<string, KeyObject>

/** True for the serial of WeChat Pay's public key, which replaces its certificates. */
export const isPublicKeyId = (serial: string): boolean => serial.startsWith('PUB_KEY_ID_')

/** The key with which personal fields are encrypted: the public key that replaces platform certificates, or else the last certificate. */
export function sealingKeyOf(keys: PlatformKeys): [serial: string, key: KeyObject] {
  const all = [...keys]
  const newest = all.find(([serial]) => isPublicKeyId(serial)) ?? all.at(-1)
  if (!newest) throw new Error('WeChat Pay has no public key')
  return newest
}

/** Reads a PEM private key. @throws TypeError for anything else. */
export const readPrivateKey = (pem: string): KeyObject => createPrivateKey(pem)

/** Reads the public key of a PEM public key or certificate. @throws TypeError for anything else. */
export const readPublicKey = (pem: string): KeyObject =>
  pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem).publicKey : createPublicKey(pem)

/** The signed message: each part on a line of its own, the last one too. */
const toMessage = (parts: readonly string[]) => Buffer.from(parts.map((part) => `${part}\n`).join(''))

/** Signs parts with RSA-SHA256; base64. */
export const signParts = (parts: readonly string[], privateKey: KeyObject): string =>
  sign('sha256', toMessage(parts), privateKey).toString('base64')

/** True if a base64 signature of the parts was made with the private key of `publicKey`. */
export const verifyParts = (parts: readonly string[], signature: string, publicKey: KeyObject): boolean =>
  verify('sha256', toMessage(parts), publicKey, Buffer.from(signature, 'base64'))

interface SignedRequest {
  method: string
  /** Path with query, without the host. */
  path: string
  /** The exact bytes that are sent; empty for GET. */
  body: string
  /** Epoch seconds. */
  timestamp: number
  nonce: string
}

/** The `Authorization` header of a request. */
export function authorize(key: MerchantKey, request: SignedRequest): string {
  const { method, path, body, timestamp, nonce } = request
  const fields = {
    mchid: key.mchid,
    nonce_str: nonce,
    timestamp: String(timestamp),
    serial_no: key.serial,
    signature: signParts([method, path, String(timestamp), nonce, body], key.privateKey),
  }
  return `${SCHEME} ${Object.entries(fields)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}`
}

/** The parameters with which the phone opens the cashier; `package` and `signType` have the names of `wx.requestPayment`. */
export interface CashierParams {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** Signs a prepay id for the cashier with the key that made the prepayment. */
export function signCashier(
  privateKey: KeyObject,
  params: { appId: string; prepayId: string; timestamp: number; nonce: string },
): CashierParams {
  const prepaid = `prepay_id=${params.prepayId}`
  const [timeStamp, nonceStr] = [String(params.timestamp), params.nonce]
  return {
    appId: params.appId,
    timeStamp,
    nonceStr,
    package: prepaid,
    signType: 'RSA',
    paySign: signParts([params.appId, timeStamp, nonceStr, prepaid], privateKey),
  }
}

/** Why a reply or notice is not from WeChat Pay. */
export type SignatureError = 'missing' | 'expired' | 'unknown-serial' | 'probe' | 'wrong'

/** Signature of a reply or notice: the four `Wechatpay-…` headers. */
export interface SignatureHeaders {
  timestamp: string | undefined
  nonce: string | undefined
  serial: string | undefined
  signature: string | undefined
}

/** Reads the signature from headers with lower-case names. */
export const readSignature = (header: (name: string) => string | undefined): SignatureHeaders => ({
  timestamp: header('wechatpay-timestamp'),
  nonce: header('wechatpay-nonce'),
  serial: header('wechatpay-serial'),
  signature: header('wechatpay-signature'),
})

/** WeChat sends signatures that begin so to see whether receivers verify them. */
const PROBE = 'WECHATPAY/SIGNTEST/'

/**
 * Returns what is wrong with the signature of a reply or notice, or `undefined` for a valid one.
 * @param body the exact bytes received
 * @param now epoch milliseconds
 */
export function findSignatureError(
  keys: PlatformKeys,
  { timestamp, nonce, serial, signature }: SignatureHeaders,
  body: string,
  now: number,
): SignatureError | undefined {
  if (!timestamp || !nonce || !serial || !signature) return 'missing'
  if (signature.startsWith(PROBE)) return 'probe'
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > MAX_AGE_S) return 'expired'
  const key = keys.get(serial)
  if (!key) return 'unknown-serial'
  return verifyParts([timestamp, nonce, body], signature, key) ? undefined : 'wrong'
}
