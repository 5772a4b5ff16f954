import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Keys of 32 bytes for credentials at rest: `current` seals, both open. `previous` is set while credentials are sealed anew. */
export interface SealingKeys {
  current: Buffer
  previous?: Buffer | undefined
}

const VERSION = 'v1'
const TAG_BYTES = 16
const IV_BYTES = 12

/** Identifies a key in what it has sealed, without telling anything of it. */
const keyIdOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8)

/** Encrypts a text by AES-256-GCM with the current key. `name` is bound to it, so that it opens under no other name. */
export function seal({ current }: SealingKeys, name: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', current, iv)
  cipher.setAAD(Buffer.from(name))
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [VERSION, keyIdOf(current), iv.toString('base64url'), data.toString('base64url')].join('.')
}

/** True when the current key has sealed the text. */
export const isSealedByCurrent = ({ current }: SealingKeys, sealed: string): boolean =>
  sealed.startsWith(`${VERSION}.${keyIdOf(current)}.`)

/** Decrypts a sealed text. @throws Error when neither key has sealed it, it was changed, or it has another name. */
export function unseal(keys: SealingKeys, name: string, sealed: string): string {
  const [version, keyId, iv = '', data = ''] = sealed.split('.')
  const key = [keys.current, keys.previous].find((one) => one && keyIdOf(one) === keyId)
  if (version !== VERSION || !key) throw new Error(`${name} is sealed by another key`)
  const bytes = Buffer.from(data, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  decipher.setAAD(Buffer.from(name))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}
