import { type KeyObject, X509Certificate } from 'node:crypto'
import { type Fields, isFields, momentAt, objectAt, requireText, textAt } from '../fields'
import { GatewayError } from '../payment-gateway'
import { type ClientDependencies, WechatPayClient } from './client'
import type { WechatPaySettings } from './gateway'
import { decryptResource } from './secret-box'
import { isPublicKeyId } from './signature'

interface Certificate {
  serial: string
  key: KeyObject
  /** Epoch milliseconds. */
  validFrom: number
}

/** Creates what reads WeChat Pay's certificates; `undefined` for a merchant who was given the public key that replaces them. */
export function createCertificateReader(
  { baseUrl, merchant, keys, apiKey }: WechatPaySettings,
  deps: ClientDependencies,
): (() => Promise<void>) | undefined {
  if ([...keys.keys()].some(isPublicKeyId)) return undefined
  const client = new WechatPayClient({ baseUrl, merchant, keys }, deps)

  /**
   * Adds the certificates to the keys: those that are not valid yet first, then the others by their age, the newest last, which encrypts.
   * WeChat Pay lists a certificate a day before it signs with it. They come encrypted with the APIv3 key, which proves their origin
   * also when they sign the reply themselves.
   * Source: https://pay.weixin.qq.com/wiki/doc/apiv3_partner/wechatpay/wechatpay5_1.shtml
   * @throws GatewayError
   */
  return async () => {
    let certificates: Certificate[] = []
    await client.callForKeys('/v3/certificates', (reply) => {
      certificates = readCertificates(reply, apiKey)
      return new Map(certificates.map(({ serial, key }) => [serial, key]))
    })
    certificates.sort((one, other) => one.validFrom - other.validFrom)
    const isLater = ({ validFrom }: Certificate) => validFrom > deps.clock()
    const [later, valid] = [certificates.filter(isLater), certificates.filter((one) => !isLater(one))]
    const given = [...keys]
    keys.clear()
    for (const { serial, key } of later) keys.set(serial, key)
    for (const [serial, key] of given) if (!keys.has(serial)) keys.set(serial, key)
    for (const { serial, key } of valid) {
      keys.delete(serial)
      keys.set(serial, key)
    }
  }
}

function readCertificates({ data }: Fields, apiKey: string): Certificate[] {
  const items = Array.isArray(data) ? data.filter(isFields) : []
  return items.map((item) => ({
    serial: requireText(item, 'serial_no'),
    key: readKey(objectAt(item, 'encrypt_certificate'), apiKey),
    validFrom: momentAt(item, 'effective_time') ?? 0,
  }))
}

function readKey(sealed: Fields, apiKey: string): KeyObject {
  const resource = {
    algorithm: requireText(sealed, 'algorithm'),
    ciphertext: requireText(sealed, 'ciphertext'),
    nonce: requireText(sealed, 'nonce'),
    associated_data: textAt(sealed, 'associated_data'),
  }
  try {
    return new X509Certificate(decryptResource(apiKey, resource)).publicKey
  } catch {
    throw new GatewayError('forged', 'undecipherable', 'a certificate cannot be decrypted')
  }
}
