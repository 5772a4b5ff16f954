import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, hasVersion } from './etag'
import { acceptsGzip, gzip, worthGzip } from './gzip'

/** Content that is sent as it is, again and again, with its ETag; compressed once, when first wanted so. */
export class Ready {
  readonly etag: string
  private small: Buffer | undefined

  constructor(
    private readonly content: string | Buffer,
    private readonly type: string,
    private readonly cacheControl: string,
  ) {
    this.etag = etagOf(content)
  }

  /** Answers 304 to whoever has it already. */
  send(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    reply.headers({ etag: this.etag, 'cache-control': this.cacheControl, vary: 'accept-encoding' })
    if (hasVersion(request, this.etag)) return reply.code(304).send()
    reply.header('content-type', this.type)
    if (!worthGzip(this.content) || !acceptsGzip(request)) return reply.send(this.content)
    this.small ??= gzip(this.content)
    return reply.header('content-encoding', 'gzip').send(this.small)
  }
}
