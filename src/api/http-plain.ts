import Taro from '@tarojs/taro'
import { ACCEPT } from '@/domain/api-version'
import { noteServerDate } from '@/platform/lifecycle/server-clock'
import { apiBase } from '@/platform/network/api-base'
import type { RawReply, RawRequest } from './http'

const TIMEOUT = 15_000

/** `?limit=…&cursor=…`; undefined values are omitted. */
function queryOf(query: Record<string, unknown> = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** No reply was received. */
class NoReplyError extends Error {}

function headersOf({ token, body }: RawRequest): Record<string, string> {
  return {
    Accept: ACCEPT,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  }
}

/** A header, whatever the case of its name. */
function headerOf(headers: Record<string, unknown> = {}, name: string): unknown {
  const key = Object.keys(headers).find((one) => one.toLowerCase() === name)
  return key === undefined ? undefined : headers[key]
}

/** Like `send` in `http.ts`, without axios, to keep single-shop apps small. */
export const send = (request: RawRequest): Promise<RawReply> =>
  new Promise((resolve, reject) => {
    const task = Taro.request<string>({
      url: `${apiBase()}${request.url}${queryOf(request.query)}`,
      method: request.method as keyof Taro.request.Method,
      ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
      header: headersOf(request),
      timeout: TIMEOUT,
      // any value but `json` disables JSON parsing
      dataType: 'text' as 'json',
      responseType: 'text',
      success: ({ statusCode, data, header }) => {
        noteServerDate(headerOf(header, 'date'))
        const retryAfter = Number(headerOf(header, 'retry-after'))
        const body = typeof data === 'string' ? data : JSON.stringify(data)
        resolve({ status: statusCode, body, ...(retryAfter > 0 ? { retryAfter } : {}) })
      },
      fail: ({ errMsg }) => reject(new NoReplyError(errMsg)),
    })
    // Taro also returns a promise, which is rejected in addition to `fail`
    task.catch(() => undefined)
  })

export const isTimeout = (error: unknown): boolean =>
  error instanceof NoReplyError && /time\s?out/i.test(error.message)
