import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, hasVersion } from './etag'
import { acceptsGzip, gzip, worthGzip } from './gzip'

/** Content that is sent as it is, again and again, with its ETag; as bytes from the start, compressed once, when first wanted so. */
export class Ready {
  private readonly etag: string
  private readonly bytes: Buffer
  private readonly headers: Record<string, string>
  private small: Buffer | undefined

  constructor(
    content: string | Buffer,
    private readonly type: string,
    cacheControl: string,
  ) {
    this.bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.etag = etagOf(content)
    this.headers = { etag: this.etag, 'cache-control': cacheControl, vary: 'accept-encoding' }
  }

  /** Answers 304 to whoever has it already. */
  send(request: FastifyRequest, reply: FastifyReply): void {
    reply.headers(this.headers)
    if (hasVersion(request, this.etag)) return void reply.code(304).send()
    reply.header('content-type', this.type)
    if (!worthGzip(this.bytes) || !acceptsGzip(request)) return void reply.send(this.bytes)
    this.small ??= gzip(this.bytes)
    reply.header('content-encoding', 'gzip').send(this.small)
  }
}
