import { MAX_PHOTO_BYTES } from '@/domain/photo'
import type { Call, Handlers } from '../../http/call'
import { fileOf } from '../../http/file-of'
import type { Parts } from '../../parts'
import type { Queue } from '../media/queue'
import { Uploads } from '../media/uploads'
import { seedOf } from './seed-of'
import { storePhoto } from './store-photo'

export function photoHandlers(parts: Parts, queue: Queue) {
  type Uploading = Pick<Call<'PUT /api/photos/:photoId'>, 'params' | 'who' | 'request'>
  const uploads = new Uploads()
  const upload = ({ params: { photoId }, who: { accountId }, request }: Uploading) =>
    uploads.take(accountId, async () =>
      storePhoto(parts, queue, { id: photoId, accountId, bytes: await fileOf(request, MAX_PHOTO_BYTES) }),
    )

  return {
    'GET /api/photos/:photoId/seed': async ({ params: { photoId }, who }) => ({
      seed: await seedOf(parts, photoId, who.accountId),
    }),
    'PUT /api/photos/:photoId': upload,
    'POST /api/photos/:photoId': upload,
  } satisfies Partial<Handlers>
}
