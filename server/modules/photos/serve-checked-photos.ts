import type { FastifyInstance } from 'fastify'
import { photoWidths } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { readFileLink } from '../content/file-link'
import { photoFileName } from './photo-files'
import { convertToJpeg } from './resize-photo'

const LARGEST = Math.max(...photoWidths) as (typeof photoWidths)[number]

/** Serves whole photos as JPEG to the service that checks them, also hidden ones. A signed address is the only authorization. */
export function serveCheckedPhotos(app: FastifyInstance, deps: AppDependencies): void {
  app.get<{ Params: { name: string } }>('/checked-files/photo/:name', async ({ params: { name } }, reply) => {
    const hash = readFileLink(deps, 'photo', name)
    const picture = hash === undefined ? undefined : await deps.blobs.get(photoFileName(hash, LARGEST))
    if (!picture) throw new ApiError('not-found')
    return reply
      .headers({ 'cache-control': 'no-store' })
      .type('image/jpeg')
      .send(await convertToJpeg(picture))
  })
}
