import { MAX_PHOTO_BYTES } from '@/domain/photo'
import type { AppDependencies } from '../../dependencies'
import { addressOf } from '../../http/address'
import type { Call, Handlers } from '../../http/call'
import type { Uploads } from '../media/uploads'
import { seedOf } from './seed-of'
import { storePhoto } from './store-photo'

export function photoHandlers(deps: AppDependencies, uploads: Uploads) {
  type Uploading = Pick<Call<'PUT /api/photos/:photoId'>, 'params' | 'who' | 'request' | 'reply'>
  const upload = (call: Uploading) =>
    uploads.take(call, MAX_PHOTO_BYTES, (bytes, turn) =>
      storePhoto(deps, turn, {
        id: call.params.photoId,
        accountId: call.who.accountId,
        address: addressOf(call.request),
        bytes,
      }),
    )

  return {
    'GET /api/photos/:photoId/seed': async ({ params: { photoId }, who }) => ({
      seed: await seedOf(deps, photoId, who.accountId),
    }),
    'PUT /api/photos/:photoId': upload,
    'POST /api/photos/:photoId': upload,
  } satisfies Partial<Handlers>
}
