import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'
import type { PlatformKeys } from '../../mock-server/wechat-pay/platform-signer'

const DAY_MS = 24 * 3_600_000

/** A key of WeChat Pay with its certificate. @param validFrom epoch milliseconds */
export function createCertifiedKey(validFrom: number): PlatformKeys['certificate'] {
  const made = generate([{ name: 'commonName', value: 'Tenpay.com sample' }], {
    ...{ algorithm: 'sha256', keySize: 2048, days: 365, notBeforeDate: new Date(validFrom) },
  })
  const { publicKey, serialNumber } = new X509Certificate(made.cert)
  return {
    ...{ publicKey, privateKey: createPrivateKey(made.private), serial: serialNumber },
    certificate: { pem: made.cert, validFrom, validUntil: validFrom + 365 * DAY_MS },
  }
}

/** WeChat Pay's keys, of which the certificate's can be read by merchants. @param validFrom epoch milliseconds */
export const createCertifiedKeys = (validFrom: number): PlatformKeys => ({
  publicKey: {
    ...{ serial: `PUB_KEY_ID_01${randomBytes(14).toString('hex').toUpperCase()}` },
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
  },
  certificate: createCertifiedKey(validFrom),
  stranger: { serial: '', ...generateKeyPairSync('rsa', { modulusLength: 2048 }) },
})
