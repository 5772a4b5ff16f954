import Taro from '@tarojs/taro'
import { apiBase } from '@/platform/network/api-base'
import type { RawReply, RawRequest } from './http'

const TIMEOUT = 15_000

/** `?limit=…&cursor=…`; what is not given is left out. */
function queryOf(query: Record<string, unknown> = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

class Silence extends Error {}

function headersOf({ token, body }: RawRequest): Record<string, string> {
  return {
    Accept: 'application/json, text/plain, */*',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  }
}

/** `Retry-After`, whatever way its name is written. */
function waitOf(header: Record<string, unknown> = {}): number {
  const name = Object.keys(header).find((key) => key.toLowerCase() === 'retry-after')
  return name === undefined ? 0 : Number(header[name])
}

/** Sends a request over `Taro.request` as `http.ts` does, without axios: an app of one shop is to be small. */
export const send = (request: RawRequest): Promise<RawReply> =>
  new Promise((resolve, reject) => {
    const task = Taro.request<string>({
      url: `${apiBase()}${request.url}${queryOf(request.query)}`,
      method: request.method as keyof Taro.request.Method,
      ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
      header: headersOf(request),
      timeout: TIMEOUT,
      // anything but `json` leaves the text alone
      dataType: 'text' as 'json',
      responseType: 'text',
      success: ({ statusCode, data, header }) => {
        const wait = waitOf(header)
        const body = typeof data === 'string' ? data : JSON.stringify(data)
        resolve({ status: statusCode, body, ...(wait > 0 ? { retryAfter: wait } : {}) })
      },
      fail: ({ errMsg }) => reject(new Silence(errMsg)),
    })
    // Taro also returns a promise, which a dead network rejects beside `fail`
    task.catch(() => undefined)
  })

/** Whether a request failed because the reply took too long. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof Silence && /time\s?out/i.test(error.message)
