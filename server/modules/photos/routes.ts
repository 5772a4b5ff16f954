import { MAX_PHOTO_BYTES } from '@/domain/photo'
import type { AppDependencies } from '../../dependencies'
import type { Call, Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import type { Uploads } from '../media/uploads'
import { findSeedColor } from './find-seed-color'
import { storePhoto } from './store-photo'

export function photoHandlers(deps: AppDependencies, uploads: Uploads) {
  type Uploading = Pick<Call<'PUT /api/photos/:photoId'>, 'params' | 'auth' | 'request' | 'reply'>
  const upload = (call: Uploading) =>
    uploads.receive(call, MAX_PHOTO_BYTES, (bytes, turn) =>
      storePhoto(deps, turn, {
        id: call.params.photoId,
        accountId: call.auth.accountId,
        address: getClientAddress(call.request),
        bytes,
      }),
    )

  return {
    'GET /api/photos/:photoId/seed': async ({ params: { photoId }, auth }) => ({
      seed: await findSeedColor(deps, photoId, auth.accountId),
    }),
    'PUT /api/photos/:photoId': upload,
    'POST /api/photos/:photoId': upload,
  } satisfies Partial<Handlers>
}
