import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptsGzip, gzip, worthGzip } from './gzip'

/** A weak ETag of a text: it may be compressed on its way. */
export const etagOf = (text: string | Buffer): string =>
  `W/"${createHash('sha1').update(text).digest('base64url').slice(0, 20)}"`

/** True when the reader has this version already. */
export function hasVersion(request: FastifyRequest, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(etag))
}

/** Reads may be kept but are asked about every time: what has not changed is 304, what is long travels compressed. */
export async function answerRead(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (reply.statusCode !== 200 || typeof payload !== 'string' || reply.hasHeader('etag')) return payload
  const etag = etagOf(payload)
  reply.headers({ etag, 'cache-control': 'no-cache', vary: 'authorization, cookie, accept-encoding' })
  if (hasVersion(request, etag)) {
    reply.code(304).removeHeader('content-type')
    return ''
  }
  if (!worthGzip(payload) || !acceptsGzip(request)) return payload
  reply.header('content-encoding', 'gzip').removeHeader('content-length')
  return gzip(payload)
}
