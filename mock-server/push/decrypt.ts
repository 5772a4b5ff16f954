import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'

/** The keys of a browser's subscription. */
export interface BrowserKeys {
  privateKey: Buffer
  /** The uncompressed point, 65 bytes. */
  publicKey: Buffer
  /** 16 bytes that only the browser and the sender know. */
  auth: Buffer
}

const LAST_RECORD = 2

const hkdf = (salt: Buffer, key: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

/**
 * Decrypts a message of one record as a browser does. Sources: RFC 8291 (section 3.4) and RFC 8188 (section 2).
 * @throws when it was encrypted for another browser or changed on its way.
 */
export function decryptPush(body: Buffer, { privateKey, publicKey, auth }: BrowserKeys): string {
  const salt = body.subarray(0, 16)
  const idLength = body.readUInt8(20)
  const senderKey = body.subarray(21, 21 + idLength)
  const record = body.subarray(21 + idLength)
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, senderKey])
  const key = hkdf(auth, ecdh.computeSecret(senderKey), info, 32)
  const contentKey = hkdf(salt, key, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(salt, key, Buffer.from('Content-Encoding: nonce\0'), 12)
  const decipher = createDecipheriv('aes-128-gcm', contentKey, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = padded.lastIndexOf(LAST_RECORD)
  if (end < 0) throw new Error('the record is not the last one')
  return padded.subarray(0, end).toString()
}
