import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { codingFor, compress, worthCoding } from './content-encoding'

export const JSON_TYPE = 'application/json; charset=utf-8'

/** A weak ETag of a text: it may be compressed on its way. */
export const etagOf = (text: string | Buffer): string =>
  `W/"${createHash('sha1').update(text).digest('base64url').slice(0, 20)}"`

/** True when the reader has this version already. */
export function hasVersion(request: Pick<FastifyRequest, 'headers'>, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(etag))
}

/** Whether a phone and what lies on the way may store an answer for its reader. */
export type Store = 'private' | 'never'

/** Most reads may be stored but are asked about every time: what has not changed is 304, what is long travels compressed. */
export function sendRead(request: FastifyRequest, reply: FastifyReply, text: string, store: Store): void {
  const etag = etagOf(text)
  reply.headers({
    etag,
    'cache-control': store === 'never' ? 'no-store' : 'private, no-cache',
    vary: 'authorization, cookie, accept-encoding',
  })
  if (hasVersion(request, etag)) return void reply.code(304).send()
  reply.header('content-type', JSON_TYPE)
  const coding = worthCoding(text) ? codingFor(request) : undefined
  if (!coding) return void reply.send(text)
  reply.header('content-encoding', coding).send(compress(text, coding, 'once'))
}
