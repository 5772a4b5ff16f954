import { createHash } from 'node:crypto'
import { type Fields, isFields, objectAt, textAt } from '../fields'
import { GatewayError } from '../payment-gateway'
import {
  authorize,
  findSignatureError,
  type MerchantKey,
  type PlatformKeys,
  readSignature,
} from './signature'

export interface WechatPayAccess {
  /** `https://api.mch.weixin.qq.com`, or a simulator of it. */
  baseUrl: string
  merchant: MerchantKey
  keys: PlatformKeys
}

export interface ClientDependencies {
  /** Epoch milliseconds. */
  clock(): number
  random(bytes: number): Uint8Array
}

const TIMEOUT_MS = 10_000

/** Error codes after which the same request is repeated. */
const REPEATABLE = ['SYSTEM_ERROR', 'FREQUENCY_LIMITED', 'RATE_LIMITED', 'BANK_ERROR']

function parse(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : {}
  } catch {
    return {}
  }
}

/** Signed requests to WeChat Pay's API v3. A successful reply is verified before it is read; refusals may be unsigned. */
export class WechatPayClient {
  constructor(
    private readonly access: WechatPayAccess,
    private readonly deps: ClientDependencies,
  ) {}

  /**
   * Sends a request and returns the reply's body, `{}` for 204.
   * @param path with query
   * @param serial of the key that fields of the body are encrypted with
   * @throws GatewayError
   */
  async call(method: 'GET' | 'POST', path: string, body?: object, serial?: string): Promise<Fields> {
    const text = body ? JSON.stringify(body) : ''
    const headers = {
      'content-type': 'application/json',
      ...(serial === undefined ? {} : { 'wechatpay-serial': serial }),
    }
    const payload = { headers, ...(body ? { body: text } : {}) }
    return this.read(path, await this.send(method, new URL(path, this.access.baseUrl), text, payload))
  }

  /**
   * Reads WeChat Pay's keys: one of them may have signed the reply that brings them.
   * @param keysIn reads the keys of the reply; it throws unless they are WeChat Pay's
   * @throws GatewayError
   */
  async callForKeys(path: string, keysIn: (fields: Fields) => PlatformKeys): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const response = await this.send('GET', new URL(path, this.access.baseUrl), '', { headers })
    await this.read(path, response, (fields) => new Map([...this.access.keys, ...keysIn(fields)]))
  }

  /**
   * Uploads a file and returns the reply's body. Only `meta`, which describes the file, is signed.
   * Source: https://pay.weixin.qq.com/doc/v3/partner/4012761084
   * @throws GatewayError
   */
  async upload(path: string, file: { name: string; type: string; bytes: Buffer }): Promise<Fields> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const meta = JSON.stringify({ filename: file.name, sha256 })
    const body = new FormData()
    body.set('meta', new Blob([meta], { type: 'application/json' }))
    body.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name)
    return this.read(path, await this.send('POST', new URL(path, this.access.baseUrl), meta, { body }))
  }

  private async read(
    path: string,
    response: Response,
    keysFor: (fields: Fields) => PlatformKeys = () => this.access.keys,
  ): Promise<Fields> {
    const received = await response.text().catch(() => failWithoutAnswer(path))
    const header = (name: string) => response.headers.get(name) ?? undefined
    if (!response.ok) throw toError(response.status, parse(received), header('request-id'))
    const fields = parse(received)
    const error = findSignatureError(keysFor(fields), readSignature(header), received, this.deps.clock())
    if (error) throw new GatewayError('forged', error, `the reply to ${path}: ${error}`)
    return fields
  }

  /** Downloads a file, whose reply is not signed. @throws GatewayError */
  async download(address: string): Promise<Buffer> {
    const response = await this.send('GET', new URL(address), '', {})
    const received = await response.arrayBuffer().catch(() => failWithoutAnswer(address))
    if (!response.ok) throw toError(response.status, {}, undefined)
    return Buffer.from(received)
  }

  /** @param signed the text of the request that its signature covers */
  private async send(
    method: 'GET' | 'POST',
    url: URL,
    signed: string,
    payload: { headers?: Record<string, string>; body?: string | FormData },
  ): Promise<Response> {
    const request = {
      method,
      path: url.pathname + url.search,
      body: signed,
      timestamp: Math.floor(this.deps.clock() / 1000),
      nonce: Buffer.from(this.deps.random(16)).toString('hex'),
    }
    const headers = {
      accept: 'application/json',
      'user-agent': 'kaizhang',
      authorization: authorize(this.access.merchant, request),
      ...payload.headers,
    }
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const sent = fetch(url, { ...payload, method, headers, redirect: 'error', signal })
    return sent.catch(() => failWithoutAnswer(url.pathname))
  }
}

function failWithoutAnswer(path: string): never {
  throw new GatewayError('unavailable', 'NO_ANSWER', `no answer to ${path}`)
}

function toError(status: number, fields: Fields, requestId = 'no request id'): GatewayError {
  const code = textAt(fields, 'code') ?? `HTTP_${status}`
  const isRepeatable = status >= 500 || status === 429 || REPEATABLE.includes(code)
  const message = `${textAt(fields, 'message') ?? `HTTP ${status}`} (${requestId})`
  const detail = objectAt(fields, 'detail')
  return new GatewayError(isRepeatable ? 'unavailable' : 'rejected', code, message, textAt(detail, 'field'))
}
