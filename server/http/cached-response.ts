import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Coding, codingFor, compress, worthCoding } from './content-encoding'
import { etagOf, hasVersion } from './etag'

type Asking = Pick<IncomingMessage, 'headers'>
type Headers = Record<string, string | number>

/** The same bytes in one coding, with all headers of their answer but those of security. */
interface Form {
  headers: Headers
  bytes: Buffer | undefined
  /** All headers together, by the security headers they are sent with. */
  whole: Map<Headers, Headers>
}

function wholeOf({ headers, whole }: Form, security: Headers): Headers {
  const known = whole.get(security) ?? { ...security, ...headers }
  whole.set(security, known)
  return known
}

/** Content that is sent as it is, again and again, with its ETag; as bytes from the start, compressed once, when first wanted so. */
export class CachedResponse {
  private readonly etag: string
  private readonly headers: Headers
  private readonly plain: Form
  private readonly unchanged: Form
  private readonly compressed = new Map<Coding, Form>()

  /** `beforehand` finds what was compressed beforehand. */
  constructor(
    content: string | Buffer,
    type: string,
    cacheControl: string,
    private readonly beforehand: (coding: Coding) => Buffer | undefined = () => undefined,
  ) {
    this.etag = etagOf(content)
    const known = { etag: this.etag, 'cache-control': cacheControl, vary: 'accept-encoding' }
    this.headers = { ...known, 'content-type': type }
    this.unchanged = { headers: known, bytes: undefined, whole: new Map() }
    this.plain = this.formOf(typeof content === 'string' ? Buffer.from(content) : content)
  }

  /** What is sent, as text. */
  text(): string {
    return String(this.plain.bytes)
  }

  /**
   * Answers 304 to whoever has it already. It is written past the framework, which would look at each header and at
   * the content anew every time: nothing of either is left to decide. Of the reply only the status code is used.
   */
  send(request: FastifyRequest, reply: FastifyReply): void {
    const { statusCode } = reply
    reply.hijack()
    this.write(request, reply.raw, request.server.securityOf(request), statusCode)
  }

  /** Writes the answer to whoever sent these headers. */
  write(request: Asking, response: ServerResponse, security: Headers, status = 200): void {
    const form = this.fitting(request)
    response.writeHead(form.bytes ? status : 304, wholeOf(form, security))
    response.end(form.bytes)
  }

  private fitting(request: Asking): Form {
    if (hasVersion(request, this.etag)) return this.unchanged
    const { bytes } = this.plain
    const coding = bytes && worthCoding(bytes) ? codingFor(request) : undefined
    return bytes && coding ? this.compressedAs(coding, bytes) : this.plain
  }

  private compressedAs(coding: Coding, bytes: Buffer): Form {
    const known = this.compressed.get(coding)
    if (known) return known
    const smaller = this.beforehand(coding) ?? compress(bytes, coding, 'kept')
    const form = this.formOf(smaller, { 'content-encoding': coding })
    this.compressed.set(coding, form)
    return form
  }

  private formOf(bytes: Buffer, more: Headers = {}): Form {
    return { headers: { ...this.headers, ...more, 'content-length': bytes.length }, bytes, whole: new Map() }
  }
}
