import { asFields } from '../../shared/record'
import { base64ToBuffer, base64ToText, bufferToBase64, isBuffer } from '../bytes'
import { hasCallback, type Options, settle, type WxTarget } from './api'
import { type NetworkCall, send } from './network'

interface RequestOptions extends Options {
  url: string
  method?: string
  header?: Record<string, unknown>
  data?: unknown
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
  timeout?: number
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']
export const DEFAULT_TIMEOUT_MS = 60_000

/** Headers with lower-case names and string values, without `referer`, which WeChat sets itself. */
export function headerOf(header: Record<string, unknown> | undefined): Record<string, string> {
  const pairs = Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])
  return Object.fromEntries(pairs.filter(([name]) => name !== 'referer'))
}

const queryOf = (data: unknown) =>
  Object.entries(asFields(data))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
      return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`
    })
    .join('&')

function bodyOf(
  data: unknown,
  contentType: string,
): { text: string } | { base64: string } | Record<never, never> {
  if (data === undefined || data === null) return {}
  if (typeof data === 'string') return { text: data }
  if (isBuffer(data)) return { base64: bufferToBase64(data) }
  return { text: contentType.includes('x-www-form-urlencoded') ? queryOf(data) : JSON.stringify(data) }
}

function prepare(options: RequestOptions, method: string) {
  const header = { 'content-type': 'application/json', ...headerOf(options.header) }
  const timeout = options.timeout ?? DEFAULT_TIMEOUT_MS
  if (method !== 'GET' && method !== 'HEAD')
    return { url: options.url, method, header, timeout, ...bodyOf(options.data, header['content-type']) }
  const query = typeof options.data === 'string' ? options.data : queryOf(options.data)
  const separator = options.url.includes('?') ? '&' : '?'
  return { url: query ? options.url + separator + query : options.url, method, header, timeout }
}

function dataOf(base64: string, options: RequestOptions): unknown {
  if (options.responseType === 'arraybuffer') return base64ToBuffer(base64)
  const text = base64ToText(base64)
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export function addRequest({ wx, host }: WxTarget) {
  wx.request = (options: RequestOptions) => {
    const method = (options.method ?? 'GET').toUpperCase()
    let call: NetworkCall | undefined
    let aborted = false
    const run = settle(host, 'request', options, async () => {
      if (aborted) throw new Error('abort')
      if (!METHODS.includes(method)) throw new Error(`method "${method}" is invalid`)
      call = send(host, 'request', prepare(options, method))
      const { statusCode, header, cookies, base64 } = await call.reply
      return { data: dataOf(base64, options), statusCode, header, cookies }
    })
    const task = {
      abort() {
        aborted = true
        call?.abort()
      },
      onHeadersReceived() {},
      offHeadersReceived() {},
      onChunkReceived() {},
      offChunkReceived() {},
    }
    return hasCallback(options) ? task : Object.assign(run ?? {}, task)
  }
}
