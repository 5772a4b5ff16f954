import { generateKeyPairSync } from 'node:crypto'
import { Aes, Rsa } from 'wechatpay-axios-plugin'
import {
  decryptField,
  decryptResource,
  encryptField,
  encryptResource,
} from '../../../../server/gateways/wechat-pay/secret-box'
import { RESOURCE } from './vectors'

const { apiKey, plaintext, resource } = RESOURCE

describe('decryptResource', () => {
  it('decrypts the test vector', () => {
    expect(decryptResource(apiKey, resource)).toBe(plaintext)
  })

  it('decrypts the ciphertext of an independent library, and encrypts to the same', () => {
    const { nonce, associated_data: associatedData } = resource
    const ciphertext = Aes.AesGcm.encrypt(plaintext, apiKey, nonce, associatedData)
    expect(ciphertext).toBe(resource.ciphertext)
    expect(encryptResource(apiKey, plaintext, { nonce, associatedData })).toEqual(resource)
  })

  it.each([
    ['another key', apiKey.replace('0', '1'), resource],
    ['another nonce', apiKey, { ...resource, nonce: 'fdasflkja485' }],
    ['other associated data', apiKey, { ...resource, associated_data: 'refund' }],
    ['no associated data', apiKey, { ...resource, associated_data: undefined }],
    ['a changed byte', apiKey, { ...resource, ciphertext: `A${resource.ciphertext.slice(1)}` }],
    [
      'a changed tag',
      apiKey,
      { ...resource, ciphertext: resource.ciphertext.replace(/..==?$|....$/, 'AAAA') },
    ],
    ['no tag', apiKey, { ...resource, ciphertext: 'YWJj' }],
    ['another algorithm', apiKey, { ...resource, algorithm: 'AEAD_AES_128_GCM' }],
  ])('rejects a resource with %s', (_, key, changed) => {
    expect(() => decryptResource(key, changed)).toThrow()
  })
})

describe('encryptField', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  it('encrypts a field that only the owner of the key can read', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const text = encryptField(publicKey, '收货人甲')
    expect(text).not.toBe(encryptField(publicKey, '收货人甲'))
    expect(decryptField(privateKey, text)).toBe('收货人甲')
    expect(() => decryptField(other.privateKey, text)).toThrow()
  })

  it('is decrypted by an independent library, and decrypts what that library encrypts', () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(Rsa.decrypt(encryptField(publicKey, '收货人甲'), pem)).toBe('收货人甲')
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    expect(decryptField(privateKey, Rsa.encrypt('收货人甲', publicPem))).toBe('收货人甲')
  })
})
