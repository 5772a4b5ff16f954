import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'

/** Supported content encodings, the best first. */
export const contentEncodings = ['br', 'gzip'] as const
export type ContentEncoding = (typeof contentEncodings)[number]

/** Smaller responses fit one network packet, so compressing them gains nothing. */
const MIN_COMPRESSED_BYTES = 1400

export const isWorthCompressing = (content: string | Buffer): boolean =>
  content.length >= MIN_COMPRESSED_BYTES

const acceptPattern = (encoding: ContentEncoding) =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`, 'i')
const patterns = contentEncodings.map((encoding) => ({ encoding, pattern: acceptPattern(encoding) }))

/** Returns the best encoding that the client accepts; `undefined` for none. */
export function negotiateEncoding({ headers }: Pick<FastifyRequest, 'headers'>): ContentEncoding | undefined {
  const accepted = headers['accept-encoding']
  if (accepted === undefined) return undefined
  return patterns.find(({ pattern }) => pattern.test(String(accepted)))?.encoding
}

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
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: level } })
}
