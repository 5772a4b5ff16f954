import { photoSeed } from '@/domain/look/photo-seed'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { shareFileName } from './photo-files'
import { samplePixels } from './resize-photo'
import { findPhoto } from './store'

/** Seed color for a photo without any color. */
const DEFAULT_SEED = '#6b4a34'

/** Returns the seed color of a photo that this account uploaded; otherwise `not-found`. */
export async function findSeedColor(
  { db, blobs }: AppDependencies,
  photoId: string,
  accountId: string,
): Promise<string> {
  const photo = await findPhoto(db.query, photoId)
  const picture = photo?.account_id === accountId ? await blobs.get(shareFileName(photo.hash)) : undefined
  if (!picture) throw new ApiError('not-found')
  return photoSeed(await samplePixels(picture)) ?? DEFAULT_SEED
}
