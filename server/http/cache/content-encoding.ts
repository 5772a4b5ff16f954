import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Negotiator } from '@fastify/accept-negotiator'
import type { FastifyRequest } from 'fastify'

export type ContentEncoding = 'br' | 'gzip'

/** Smaller responses fit one network packet, so compressing them gains nothing. */
const MIN_COMPRESSED_BYTES = 1400

export const isWorthCompressing = (content: string | Buffer): boolean =>
  content.length >= MIN_COMPRESSED_BYTES

const negotiator = new Negotiator<ContentEncoding>({ supportedValues: ['br', 'gzip'] })

/** Returns the encoding that the client prefers, Brotli among equal ones; `undefined` for none. */
export const negotiateEncoding = ({
  headers,
}: Pick<FastifyRequest, 'headers'>): ContentEncoding | undefined =>
  negotiator.negotiate(String(headers['accept-encoding'] ?? '').toLowerCase()) ?? undefined

/** Compression levels. A cached response is compressed once and may take some milliseconds longer. */
const effort = { once: { br: 4, gzip: 6 }, cached: { br: 6, gzip: 9 } } as const

/** Compresses content with the level for one-time or cached responses. */
export function compress(
  content: string | Buffer,
  encoding: ContentEncoding,
  use: keyof typeof effort,
): Buffer {
  const level = effort[use][encoding]
  if (encoding === 'gzip') return gzipSync(content, { level })
  return brotliCompressSync(content, brotliOptions(level))
}

const brotliOptions = (level: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: level } })

let isBusy = false

/**
 * Compresses with Brotli's highest level, a tenth smaller than `compress`, beside the event loop: a page of 70 KB takes a
 * tenth of a second. One content at a time; returns false while another one is compressed.
 */
export function compressBest(content: Buffer, then: (compressed: Buffer) => void): boolean {
  if (isBusy) return false
  isBusy = true
  brotliCompress(content, brotliOptions(constants.BROTLI_MAX_QUALITY), (error, compressed) => {
    isBusy = false
    if (!error) then(compressed)
  })
  return true
}
