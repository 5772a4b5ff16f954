import Taro from '@tarojs/taro'
import axios, {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosResponse,
  CanceledError,
  type InternalAxiosRequestConfig,
} from 'axios'
import { ACCEPT } from '@/domain/api-version'
import { noteServerDate } from '@/platform/lifecycle/server-clock'
import { apiBase } from '@/platform/network/api-base'

type Method = keyof Taro.request.Method

const networkError = (message: string, config: InternalAxiosRequestConfig) =>
  new AxiosError(message, /time\s?out/i.test(message) ? AxiosError.ETIMEDOUT : AxiosError.ERR_NETWORK, config)

/** An axios adapter over `Taro.request`, which works on every target. Replies are text. */
const taroAdapter: AxiosAdapter = (config) =>
  new Promise<AxiosResponse>((resolve, reject) => {
    const headers = AxiosHeaders.from(config.headers as AxiosHeaders)
    if (config.data == null) headers.delete('Content-Type')
    const task = Taro.request<string>({
      url: axios.getUri(config),
      method: (config.method ?? 'get').toUpperCase() as Method,
      data: config.data,
      header: headers.toJSON() as Record<string, string>,
      ...(config.timeout ? { timeout: config.timeout } : {}),
      // any value but `json` disables JSON parsing
      dataType: 'text' as 'json',
      responseType: 'text',
      success: (res) =>
        resolve({
          data: res.data,
          status: res.statusCode,
          statusText: '',
          headers: AxiosHeaders.from((res.header ?? {}) as Record<string, string>),
          config,
        }),
      fail: (error) => reject(networkError(error.errMsg || 'Network Error', config)),
    })
    // Taro also returns a promise, which is rejected in addition to `fail`
    task.catch(() => undefined)
    config.signal?.addEventListener?.('abort', () => {
      task.abort?.()
      reject(new CanceledError(undefined, undefined, config))
    })
  })

/** A reply of any status with its body as text. */
export interface RawReply {
  status: number
  body: string
  retryAfter?: number
  etag?: string
}

const http = axios.create({
  baseURL: apiBase(),
  timeout: 15_000,
  adapter: taroAdapter,
  validateStatus: () => true,
  transformResponse: (data) => data,
})

export interface RawRequest {
  method: string
  url: string
  query?: Record<string, unknown>
  body?: unknown
  token: string | null
  /** Sent as `If-None-Match`: an unchanged resource is answered with 304 without a body. */
  etag?: string | undefined
}

/** Sends a request; rejects only if no reply was received. */
export async function send(request: RawRequest): Promise<RawReply> {
  const reply = await http.request<unknown>({
    method: request.method,
    url: request.url,
    ...(request.query ? { params: request.query } : {}),
    ...(request.body === undefined ? {} : { data: request.body }),
    headers: {
      Accept: ACCEPT,
      ...(request.token ? { Authorization: `Bearer ${request.token}` } : {}),
      ...(request.etag ? { 'If-None-Match': request.etag } : {}),
    },
  })
  // WeChat leaves the names of headers as the server wrote them
  const headers = AxiosHeaders.from(reply.headers as AxiosHeaders)
  noteServerDate(headers.get('date'))
  const retryAfter = Number(headers.get('retry-after'))
  const body = typeof reply.data === 'string' ? reply.data : JSON.stringify(reply.data)
  const etag = headers.get('etag')
  return {
    status: reply.status,
    body,
    ...(retryAfter > 0 ? { retryAfter } : {}),
    ...(typeof etag === 'string' ? { etag } : {}),
  }
}

export const isTimeout = (error: unknown): boolean =>
  error instanceof AxiosError && error.code === AxiosError.ETIMEDOUT
