import { gzipSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'

/** Below this it fits one packet anyway. */
const WORTH_BYTES = 1400

export const acceptsGzip = (request: FastifyRequest): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(String(request.headers['accept-encoding'] ?? ''))

export const worthGzip = (text: string | Buffer): boolean => text.length >= WORTH_BYTES

/** Quick and small: a slow phone waits for every kilobyte. */
export const gzip = (content: string | Buffer): Buffer => gzipSync(content, { level: 6 })
