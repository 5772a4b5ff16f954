import {
  constants,
  createCipheriv,
  createDecipheriv,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto'

/** An encrypted part of a notice or of the list of certificates. */
export interface EncryptedResource {
  algorithm: string
  /** Base64; the last 16 bytes are the authentication tag. */
  ciphertext: string
  associated_data?: string | undefined
  nonce: string
}

const TAG_BYTES = 16
const ALGORITHM = 'AEAD_AES_256_GCM'

/**
 * Decrypts a resource with the 32-byte APIv3 key.
 * @throws Error for another algorithm, a wrong key or a changed resource.
 */
export function decryptResource(apiKey: string, resource: EncryptedResource): string {
  if (resource.algorithm !== ALGORITHM) throw new Error(`unknown algorithm ${resource.algorithm}`)
  const data = Buffer.from(resource.ciphertext, 'base64')
  if (data.length < TAG_BYTES) throw new Error('ciphertext is too short')
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiKey), resource.nonce)
  decipher.setAuthTag(data.subarray(-TAG_BYTES))
  decipher.setAAD(Buffer.from(resource.associated_data ?? ''))
  return Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}

/** Encrypts a resource with the 32-byte APIv3 key, as WeChat Pay does for notices. */
export function encryptResource(
  apiKey: string,
  plaintext: string,
  { nonce, associatedData }: { nonce: string; associatedData: string },
): EncryptedResource {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(apiKey), nonce)
  cipher.setAAD(Buffer.from(associatedData))
  const data = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return { algorithm: ALGORITHM, ciphertext: data.toString('base64'), associated_data: associatedData, nonce }
}

const PADDING = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' } as const

/** Encrypts a personal field of an application for WeChat Pay, in base64. */
export const encryptField = (publicKey: KeyObject, text: string): string =>
  publicEncrypt({ key: publicKey, ...PADDING }, Buffer.from(text)).toString('base64')

/** Decrypts a personal field with the private key of its receiver. @throws Error for a field that was encrypted for another key. */
export const decryptField = (privateKey: KeyObject, text: string): string =>
  privateDecrypt({ key: privateKey, ...PADDING }, Buffer.from(text, 'base64')).toString('utf8')
