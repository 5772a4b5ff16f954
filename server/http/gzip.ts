import { gzipSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'

/** Below this it fits one packet anyway. */
const WORTH_BYTES = 1400

const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i

export function acceptsGzip(request: FastifyRequest): boolean {
  const accepted = request.headers['accept-encoding']
  return accepted !== undefined && GZIP.test(String(accepted))
}

export const worthGzip = (text: string | Buffer): boolean => text.length >= WORTH_BYTES

/** Quick and small: a slow phone waits for every kilobyte. */
export const gzip = (content: string | Buffer): Buffer => gzipSync(content, { level: 6 })
