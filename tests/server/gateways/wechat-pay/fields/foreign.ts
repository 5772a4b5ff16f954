import type { KeyObject } from 'node:crypto'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { Exchange } from '../../fields/capture'
import { SEALED } from './shared'

/** The keys with which an independent library verifies. */
export interface ForeignKeys {
  /** Of the merchant that signs requests. */
  merchant: KeyObject
  /** Of WeChat Pay, by serial. */
  platform: ReadonlyMap<string, KeyObject>
  apiKey: string
}

const toPem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()

/** True if an independent library accepts the signature of a request. */
export function isSignedRequest(
  { method, url, headers, body }: Exchange,
  { merchant }: ForeignKeys,
): boolean {
  const fields = Object.fromEntries(
    [...(headers.get('authorization') ?? '').matchAll(/(\w+)="([^"]+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>
  // of a form only `meta` is signed
  const signed = typeof body === 'string' ? body : (body.meta ?? '')
  const { timestamp = '', nonce_str: nonce = '', signature = '' } = fields
  const message = Formatter.request(method, url.pathname + url.search, timestamp, nonce, signed)
  return Rsa.verify(message, signature, toPem(merchant))
}

/** True if an independent library accepts the signature of a reply, or of a notice. */
export function isSignedByPlatform(headers: Headers, received: string, { platform }: ForeignKeys): boolean {
  const header = (name: string) => headers.get(`wechatpay-${name}`) ?? ''
  const key = platform.get(header('serial'))
  const message = Formatter.response(header('timestamp'), header('nonce'), received)
  return key !== undefined && Rsa.verify(message, header('signature'), toPem(key))
}

/** The resource of a notice as an independent library decrypts it. */
export function decryptNotice(body: string, { apiKey }: ForeignKeys): unknown {
  const { resource } = JSON.parse(body) as {
    resource: { ciphertext: string; nonce: string; associated_data: string }
  }
  return JSON.parse(
    Aes.AesGcm.decrypt(resource.ciphertext, apiKey, resource.nonce, resource.associated_data),
  ) as unknown
}

/** The texts of the sealed fields of a message, as an independent library decrypts them. */
export function openSealed(message: unknown, key: KeyObject): string[] {
  const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString()
  if (typeof message === 'string') return SEALED.test(message) ? [Rsa.decrypt(message, pem)] : []
  return message && typeof message === 'object'
    ? Object.values(message).flatMap((part) => openSealed(part, key))
    : []
}
