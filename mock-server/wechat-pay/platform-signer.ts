import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { SCHEME, signParts } from '../../server/gateways/wechat-pay/signature'
import { createKeyPair, type KeyPair } from '../keys/key-pair'

interface PlatformKey extends KeyPair {
  serial: string
  /** The certificate of a key that has one which merchants can read. */
  certificate?: { pem: string; validFrom: number; validUntil: number }
}

/** The keys that WeChat Pay signs with, and that of a forger. */
export type PlatformKeys = Record<'publicKey' | 'certificate' | 'stranger', PlatformKey>

const addSerials = ([publicKey, certificate, stranger]: [KeyPair, KeyPair, KeyPair]): PlatformKeys => ({
  publicKey: { serial: `PUB_KEY_ID_01${randomBytes(14).toString('hex').toUpperCase()}`, ...publicKey },
  certificate: { serial: randomBytes(20).toString('hex').toUpperCase(), ...certificate },
  stranger: { serial: '', ...stranger },
})

/** Creates keys that no other simulator has. */
export const createPlatformKeys = async (): Promise<PlatformKeys> =>
  addSerials(await Promise.all([createKeyPair(), createKeyPair(), createKeyPair()]))

let shared: PlatformKeys | undefined

/** The keys of all simulators of a process that have none of their own. */
function sharedKeys(): PlatformKeys {
  const create = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
  shared ??= addSerials([create(), create(), create()])
  return shared
}

/** WeChat Pay's own keys: the public key, and the key of the platform certificate that it replaces. */
export class PlatformSigner {
  constructor(private readonly keys: PlatformKeys = sharedKeys()) {}

  /** The key that signs from now on; while a merchant changes over, notices come signed by either. */
  signsBy: 'publicKey' | 'certificate' = 'publicKey'

  /** The public keys by serial, as a merchant is given them. */
  publicKeys(): Map<string, KeyObject> {
    return new Map(
      [this.keys.publicKey, this.keys.certificate].map(({ serial, publicKey }) => [serial, publicKey]),
    )
  }

  /** The certificates that merchants can read, with their serials. */
  certificates() {
    return Object.values(this.keys).flatMap(({ serial, certificate }) =>
      certificate ? [{ serial, ...certificate }] : [],
    )
  }

  /** The private key of a serial, which opens what is encrypted for it. */
  privateKeyOf(serial: string | undefined): KeyObject | undefined {
    return [this.keys.publicKey, this.keys.certificate].find((key) => key.serial === serial)?.privateKey
  }

  /** Signs a reply or notice. @param now epoch milliseconds */
  sign(body: string, now: number): Record<string, string> {
    const { serial, privateKey } = this.keys[this.signsBy]
    return headersOf(serial, privateKey, body, now)
  }

  /** Signs with another key under the same serial, as a forger would. */
  forge(body: string, now: number): Record<string, string> {
    return headersOf(this.keys[this.signsBy].serial, this.keys.stranger.privateKey, body, now)
  }
}

function headersOf(serial: string, privateKey: KeyObject, body: string, now: number): Record<string, string> {
  const [timestamp, nonce] = [String(Math.floor(now / 1000)), randomBytes(16).toString('hex')]
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': signParts([timestamp, nonce, body], privateKey),
    'wechatpay-signature-type': SCHEME,
  }
}
