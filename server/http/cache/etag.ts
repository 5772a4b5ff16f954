import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { compress, isWorthCompressing, negotiateEncoding } from './content-encoding'

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Returns a weak ETag, as the content may be compressed in transit. */
export const createEtag = (text: string | Buffer): string =>
  `W/"${createHash('sha1').update(text).digest('base64url').slice(0, 20)}"`

/** Returns true when `If-None-Match` contains this ETag. */
export function matchesEtag(request: Pick<FastifyRequest, 'headers'>, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  const opaqueTag = (text: string) => text.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((one) => opaqueTag(one) === opaqueTag(etag))
}

/** `private` allows the client's cache to store a response, `never` forbids all caches. */
export type CachePolicy = 'private' | 'never'

/** Headers of a response that is the caller's own: caches must revalidate it each time. */
export const OF_CALLER = { cacheControl: 'private, no-cache', vary: 'authorization, cookie, accept-encoding' }

/** Sends JSON with an ETag, compressed when long, or 304 when the client has it. Caches must revalidate it each time. */
export function sendWithEtag(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  policy: CachePolicy,
): void {
  const etag = createEtag(text)
  reply.headers({
    etag,
    'cache-control': policy === 'never' ? 'no-store' : OF_CALLER.cacheControl,
    vary: OF_CALLER.vary,
  })
  if (matchesEtag(request, etag)) return void reply.code(304).send()
  reply.header('content-type', JSON_TYPE)
  const encoding = isWorthCompressing(text) ? negotiateEncoding(request) : undefined
  if (!encoding) return void reply.send(text)
  reply.header('content-encoding', encoding).send(compress(text, encoding, 'once'))
}
