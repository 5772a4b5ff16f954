import type { FastifyInstance } from 'fastify'
import { ApiError } from '../../api-error'
import type { BlobPart } from '../../blobs/blob-store'
import type { AppDependencies } from '../../dependencies'
import type { Content } from '../content/content'
import { readFileLink } from '../content/file-link'
import { voiceFileName } from './voice-file'

const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * Parses a `Range` header. `undefined` means the whole file, also for forms that players do not use; `none` means that the
 * range cannot be satisfied.
 */
function parseRange(header: string | undefined, size: number): BlobPart | 'none' | undefined {
  const [, from = '', to = ''] = RANGE.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last > 0 ? { start: size - last, end: size - 1 } : 'none'
  }
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)]
  if (to !== '' && Number(to) < start) return undefined
  return start < size ? { start, end } : 'none'
}

const FILE = /^[0-9a-f]{32}\.mp3$/

/**
 * Serves stored voices, which never change, whole or by `Range`, which iPhones require. Compiled sites on other hosts may
 * play them. A hidden voice is not found, but for the service that checks it.
 */
export function serveVoices(app: FastifyInstance, deps: AppDependencies, content: Content): void {
  const { blobs } = deps
  app.get<{ Params: { name: string } }>('/checked-files/voice/:name', async ({ params: { name } }, reply) => {
    const hash = readFileLink(deps, 'voice', name)
    const voice = hash === undefined ? undefined : await blobs.open(voiceFileName(hash))
    if (!voice) throw new ApiError('not-found')
    return reply
      .headers({ 'cache-control': 'no-store', 'content-length': voice.size })
      .type('audio/mpeg')
      .send(voice.stream)
  })

  app.get<{ Params: { file: string } }>('/voices/:file', async (request, reply) => {
    const { file } = request.params
    const isShown = FILE.test(file) && !content.hidden.hidesFile('voice', file.slice(0, 32))
    const size = isShown ? await blobs.size(file) : undefined
    if (size === undefined) throw new ApiError('not-found')
    const etag = `"${file.slice(0, 32)}"`
    const { range, 'if-range': of } = request.headers
    const part = of === undefined || of === etag ? parseRange(range, size) : undefined
    if (part === 'none')
      return reply
        .code(416)
        .headers({ 'content-range': `bytes */${size}`, 'cache-control': 'no-store' })
        .send()
    const voice = await blobs.open(file, part)
    if (!voice) throw new ApiError('not-found')
    if (part) reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${size}`)
    return reply
      .headers({
        'accept-ranges': 'bytes',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-length': part ? part.end - part.start + 1 : size,
        'cross-origin-resource-policy': 'cross-origin',
        etag,
      })
      .type('audio/mpeg')
      .send(voice.stream)
  })
}
