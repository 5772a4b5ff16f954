import { generateKeyPairSync } from 'node:crypto'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import {
  authorize,
  findSignatureError,
  MAX_AGE_S,
  readPrivateKey,
  readPublicKey,
  readSignature,
  SCHEME,
  signCashier,
  verifyParts,
} from '../../../../server/gateways/wechat-pay/signature'
import { CASHIER, CERTIFICATE, CERTIFICATE_SERIAL, PUBLIC_KEY, PUBLIC_KEY_ID, REPLY } from './vectors'

const keys = new Map([
  [PUBLIC_KEY_ID, readPublicKey(PUBLIC_KEY)],
  [CERTIFICATE_SERIAL, readPublicKey(CERTIFICATE)],
])
const signedAt = Number(REPLY.timestamp) * 1000

type Header = 'timestamp' | 'nonce' | 'serial' | 'signature'

/** The signature headers of the reply, with some changed. */
const headersOf = (
  serial: keyof typeof REPLY.signatures = PUBLIC_KEY_ID,
  changes: Partial<Record<Header, string | undefined>> = {},
) => ({
  ...{ timestamp: REPLY.timestamp, nonce: REPLY.nonce, serial, signature: REPLY.signatures[serial] },
  ...changes,
})

/** Changes one character of a text to another of the same kind. */
const change = (text: string, at = 3) =>
  text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)

describe('findSignatureFault', () => {
  it.each([PUBLIC_KEY_ID, CERTIFICATE_SERIAL])(
    'accepts a reply by the key with the received serial %s',
    (serial) => {
      expect(
        findSignatureError(keys, headersOf(serial as typeof PUBLIC_KEY_ID), REPLY.body, signedAt),
      ).toBeUndefined()
    },
  )

  it('rejects a reply that names the serial of another key', () => {
    const other = headersOf(PUBLIC_KEY_ID, { signature: REPLY.signatures[CERTIFICATE_SERIAL] })
    expect(findSignatureError(keys, other, REPLY.body, signedAt)).toBe('wrong')
  })

  it('rejects a reply of which any signed part was changed', () => {
    const errorOf = (changes: Partial<Record<Header, string>>, body = REPLY.body) =>
      findSignatureError(keys, headersOf(PUBLIC_KEY_ID, changes), body, signedAt)
    expect(errorOf({}, change(REPLY.body, 20))).toBe('wrong')
    expect(errorOf({}, `${REPLY.body} `)).toBe('wrong')
    expect(errorOf({ nonce: change(REPLY.nonce) })).toBe('wrong')
    expect(errorOf({ timestamp: String(Number(REPLY.timestamp) + 1) })).toBe('wrong')
    expect(errorOf({ signature: change(REPLY.signatures[PUBLIC_KEY_ID]) })).toBe('wrong')
    expect(errorOf({ signature: 'no base64' })).toBe('wrong')
  })

  it('rejects an unknown serial, a missing header and a probe', () => {
    const errorOf = (changes: Partial<Record<Header, string | undefined>>) =>
      findSignatureError(keys, headersOf(PUBLIC_KEY_ID, changes), REPLY.body, signedAt)
    expect(errorOf({ serial: change(PUBLIC_KEY_ID, 20) })).toBe('unknown-serial')
    for (const name of ['timestamp', 'nonce', 'serial', 'signature'])
      for (const value of [undefined, '']) expect(errorOf({ [name]: value })).toBe('missing')
    expect(errorOf({ signature: `WECHATPAY/SIGNTEST/${REPLY.signatures[PUBLIC_KEY_ID]}` })).toBe('probe')
  })

  it('accepts a reply up to five minutes before and after its time only', () => {
    const faultAt = (seconds: number) =>
      findSignatureError(keys, headersOf(), REPLY.body, signedAt + seconds * 1000)
    expect([-MAX_AGE_S, 0, MAX_AGE_S].map(faultAt)).toEqual([undefined, undefined, undefined])
    expect([-MAX_AGE_S - 1, MAX_AGE_S + 1].map(faultAt)).toEqual(['expired', 'expired'])
    for (const timestamp of ['NaN', '-1', '1e9', '']) {
      const headers = headersOf(PUBLIC_KEY_ID, { timestamp })
      expect(['expired', 'missing']).toContain(findSignatureError(keys, headers, REPLY.body, signedAt))
    }
  })

  it('reads each signature header by its name', () => {
    const sent: Record<string, string> = {
      'wechatpay-timestamp': '1',
      'wechatpay-nonce': '2',
      'wechatpay-serial': '3',
      'wechatpay-signature': '4',
    }
    expect(readSignature((name) => sent[name])).toEqual({
      ...{ timestamp: '1', nonce: '2', serial: '3', signature: '4' },
    })
  })
})

describe('signature of a request', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const merchant = { mchid: '1900000001', serial: 'ABCDEF', privateKey: readPrivateKey(pem) }
  const request = {
    method: 'POST',
    path: '/v3/pay/transactions/jsapi?a=1',
    body: '{"description":"核桃"}',
    timestamp: 1_554_208_460,
    nonce: REPLY.nonce,
  }

  it('is sent with five fields in the scheme of API v3', () => {
    const [scheme, fields = ''] = authorize(merchant, request).split(/ (.*)/s)
    expect(scheme).toBe(SCHEME)
    expect(fields.split(',').map((field) => /^(\w+)="[^"]+"$/.exec(field)?.[1])).toEqual([
      ...['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'],
    ])
    expect(fields).toContain('mchid="1900000001"')
    expect(fields).toContain('serial_no="ABCDEF"')
  })

  it('equals the signature of an independent library', () => {
    const [, signature] = /signature="([^"]+)"/.exec(authorize(merchant, request)) ?? []
    const message = Formatter.request(
      ...([request.method, request.path, String(request.timestamp), request.nonce, request.body] as const),
    )
    expect(signature).toBe(Rsa.sign(message, pem))
  })

  it('covers an empty line for a GET without a body', () => {
    const get = { ...request, method: 'GET', body: '' }
    const [, signature = ''] = /signature="([^"]+)"/.exec(authorize(merchant, get)) ?? []
    const parts = ['GET', get.path, String(get.timestamp), get.nonce, '']
    expect(verifyParts(parts, signature, publicKey)).toBe(true)
    expect(verifyParts(parts.slice(0, 4), signature, publicKey)).toBe(false)
  })

  it('matches the test vector for the parameters of the cashier', () => {
    const { appId, timestamp, nonce, prepayId, signature } = CASHIER
    const params = signCashier(merchant.privateKey, { appId, timestamp, nonce, prepayId })
    expect(params).toMatchObject({
      ...{
        appId,
        timeStamp: '1554208460',
        nonceStr: nonce,
        package: `prepay_id=${prepayId}`,
        signType: 'RSA',
      },
    })
    const signed = [params.appId, params.timeStamp, params.nonceStr, params.package]
    expect(verifyParts(signed, signature, readPublicKey(PUBLIC_KEY))).toBe(true)
    expect(params.paySign).toBe(Rsa.sign(Formatter.joinedByLineFeed(...signed), pem))
  })
})
