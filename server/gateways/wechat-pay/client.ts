import { type Fields, isFields, textAt } from '../fields'
import { GatewayError } from '../payment-gateway'
import {
  authorize,
  findSignatureFault,
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
   * @throws GatewayError
   */
  async call(method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, unknown>> {
    const text = body ? JSON.stringify(body) : ''
    const response = await this.send(method, new URL(path, this.access.baseUrl), text)
    const received = await response.text().catch(() => failWithoutAnswer(path))
    const header = (name: string) => response.headers.get(name) ?? undefined
    if (!response.ok) throw toError(response.status, parse(received), header('request-id'))
    const fault = findSignatureFault(this.access.keys, readSignature(header), received, this.deps.clock())
    if (fault) throw new GatewayError('forged', fault, `the reply to ${path}: ${fault}`)
    return parse(received)
  }

  /** Downloads a file, whose reply is not signed. @throws GatewayError */
  async download(address: string): Promise<Buffer> {
    const response = await this.send('GET', new URL(address), '')
    const received = await response.arrayBuffer().catch(() => failWithoutAnswer(address))
    if (!response.ok) throw toError(response.status, {}, undefined)
    return Buffer.from(received)
  }

  private async send(method: 'GET' | 'POST', url: URL, body: string): Promise<Response> {
    const request = {
      method,
      path: url.pathname + url.search,
      body,
      timestamp: Math.floor(this.deps.clock() / 1000),
      nonce: Buffer.from(this.deps.random(16)).toString('hex'),
    }
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'kaizhang',
      authorization: authorize(this.access.merchant, request),
    }
    const sent = fetch(url, {
      ...{ method, headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) },
      ...(body ? { body } : {}),
    } as const)
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
  return new GatewayError(isRepeatable ? 'unavailable' : 'rejected', code, message)
}
