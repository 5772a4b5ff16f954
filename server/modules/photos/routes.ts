import { photoSeed } from '@/domain/look/photo-seed'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Call, Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import type { AppBase } from '../../server-module'
import { shareFileName } from './photo-files'
import { samplePixels } from './resize-photo'
import { findPhoto } from './store'
import { storePhoto } from './store-photo'

const DEFAULT_SEED = '#6b4a34'

/** Returns the seed color of a photo that this account uploaded; otherwise `not-found`. */
async function findSeedColor(
  { db, blobs }: AppDependencies,
  photoId: string,
  accountId: string,
): Promise<string> {
  const photo = await findPhoto(db.query, photoId)
  const picture = photo?.account_id === accountId ? await blobs.get(shareFileName(photo.hash)) : undefined
  if (!picture) throw new ApiError('not-found')
  return photoSeed(await samplePixels(picture)) ?? DEFAULT_SEED
}

export function photoHandlers({ content, deps, uploads }: Pick<AppBase, 'content' | 'deps' | 'uploads'>) {
  type Uploading = Pick<Call<'PUT /api/photos/:photoId'>, 'params' | 'auth' | 'request' | 'reply'>
  const upload = (call: Uploading) =>
    uploads.receive(call, MAX_PHOTO_BYTES, (bytes, turn) =>
      storePhoto({ ...deps, content }, turn, {
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
