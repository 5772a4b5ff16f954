import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type ContentEncoding,
  compress,
  compressBest,
  isWorthCompressing,
  negotiateEncoding,
} from './content-encoding'
import { createEtag, matchesEtag } from './etag'

type ConditionalRequest = Pick<IncomingMessage, 'headers'>
type Headers = Record<string, string | number>

/** The content in one encoding, with all response headers except the security headers. */
interface Variant {
  headers: Headers
  bytes: Buffer | undefined
  /** The complete headers, by the security headers that they are merged with. */
  merged: Map<Headers, Headers>
}

function mergeHeaders({ headers, merged }: Variant, security: Headers): Headers {
  const all = merged.get(security) ?? { ...security, ...headers }
  merged.set(security, all)
  return all
}

/**
 * A response body with its ETag, held in memory and sent many times. Each encoding is compressed once, when first requested;
 * Brotli once more and better when it is requested again.
 */
export class CachedResponse {
  private readonly etag: string
  private readonly headers: Headers
  private readonly plain: Variant
  private readonly notModified: Variant
  private readonly compressed = new Map<ContentEncoding, Variant>()
  private isBest = false

  constructor(content: string | Buffer, type: string, cacheControl: string, vary = 'accept-encoding') {
    this.etag = createEtag(content)
    const shared = { etag: this.etag, 'cache-control': cacheControl, vary }
    this.headers = { ...shared, 'content-type': type }
    this.notModified = { headers: shared, bytes: undefined, merged: new Map() }
    this.plain = this.createVariant(typeof content === 'string' ? Buffer.from(content) : content)
  }

  /** Returns the uncompressed body as text. */
  text(): string {
    return String(this.plain.bytes)
  }

  /**
   * Sends the response, or 304 when the client has this version. It bypasses Fastify, which would process the headers and
   * the body again each time; only the status code of the reply is used.
   */
  send(request: FastifyRequest, reply: FastifyReply): void {
    const { statusCode } = reply
    reply.hijack()
    this.write(request, reply.raw, request.server.securityHeadersFor(request), statusCode)
  }

  /** Writes the response that fits the request's headers. */
  write(request: ConditionalRequest, response: ServerResponse, security: Headers, status = 200): void {
    const variant = this.selectVariant(request)
    response.writeHead(variant.bytes ? status : 304, mergeHeaders(variant, security))
    response.end(variant.bytes)
  }

  private selectVariant(request: ConditionalRequest): Variant {
    if (matchesEtag(request, this.etag)) return this.notModified
    const { bytes } = this.plain
    const encoding = bytes && isWorthCompressing(bytes) ? negotiateEncoding(request) : undefined
    return bytes && encoding ? this.compressedVariant(encoding, bytes) : this.plain
  }

  private compressedVariant(encoding: ContentEncoding, bytes: Buffer): Variant {
    const cached = this.compressed.get(encoding)
    if (!cached) return this.addCompressed(encoding, compress(bytes, encoding, 'cached'))
    if (encoding === 'br' && !this.isBest)
      this.isBest = compressBest(bytes, (best) => this.addCompressed(encoding, best))
    return cached
  }

  private addCompressed(encoding: ContentEncoding, bytes: Buffer): Variant {
    const variant = this.createVariant(bytes, { 'content-encoding': encoding })
    this.compressed.set(encoding, variant)
    return variant
  }

  private createVariant(bytes: Buffer, more: Headers = {}): Variant {
    return { headers: { ...this.headers, ...more, 'content-length': bytes.length }, bytes, merged: new Map() }
  }
}
