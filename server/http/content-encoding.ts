import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyRequest } from 'fastify'

/** How an answer is compressed on its way, the best first. */
export const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]

/** Below this it fits one packet anyway. */
const WORTH_BYTES = 1400

export const worthCoding = (content: string | Buffer): boolean => content.length >= WORTH_BYTES

const named = (coding: Coding) => new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`, 'i')
const patterns = codings.map((coding) => ({ coding, pattern: named(coding) }))

/** The best coding that the reader takes; `undefined` for none. */
export function codingFor({ headers }: Pick<FastifyRequest, 'headers'>): Coding | undefined {
  const accepted = headers['accept-encoding']
  if (accepted === undefined) return undefined
  return patterns.find(({ pattern }) => pattern.test(String(accepted)))?.coding
}

/** What is kept and sent again may take longer to make: some milliseconds for a page. */
const effort = { once: { br: 4, gzip: 6 }, kept: { br: 6, gzip: 9 } } as const

/** Quick and small: a slow phone waits for every kilobyte. */
export function compress(content: string | Buffer, coding: Coding, how: keyof typeof effort): Buffer {
  const level = effort[how][coding]
  if (coding === 'gzip') return gzipSync(content, { level })
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: level } })
}
