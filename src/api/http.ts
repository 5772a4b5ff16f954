import axios, { AxiosError } from 'axios'
import { apiBase } from '@/platform/network/api-base'
import { taroAdapter } from './adapter'

/** A reply of any status, its body still text; rejects only when no reply came. */
export interface RawReply {
  status: number
  body: string
  retryAfter?: number
  /** The version of what was read. */
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
  /** A version that is known: the same one is answered by 304 without a body. */
  etag?: string | undefined
}

export async function send(request: RawRequest): Promise<RawReply> {
  const reply = await http.request<unknown>({
    method: request.method,
    url: request.url,
    ...(request.query ? { params: request.query } : {}),
    ...(request.body === undefined ? {} : { data: request.body }),
    headers: {
      ...(request.token ? { Authorization: `Bearer ${request.token}` } : {}),
      ...(request.etag ? { 'If-None-Match': request.etag } : {}),
    },
  })
  const wait = Number(reply.headers['retry-after'])
  const body = typeof reply.data === 'string' ? reply.data : JSON.stringify(reply.data)
  const etag: unknown = reply.headers.etag
  return {
    status: reply.status,
    body,
    ...(wait > 0 ? { retryAfter: wait } : {}),
    ...(typeof etag === 'string' ? { etag } : {}),
  }
}

/** Whether a request failed because the reply took too long. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof AxiosError && error.code === AxiosError.ETIMEDOUT
