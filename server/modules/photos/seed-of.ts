import { photoSeed } from '@/domain/photo-seed'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import { shareFile } from './photo-files'
import { fewPixels } from './shrink'
import { findPhoto } from './store'

/** What a photo without any colour gets. */
const EARTH = '#6b4a34'

/** The colour of the goods in a photo of this account's. */
export async function seedOf(
  { db, blobs }: AppDependencies,
  photoId: string,
  accountId: string,
): Promise<string> {
  const photo = await findPhoto(db.query, photoId)
  const picture = photo?.account_id === accountId ? await blobs.get(shareFile(photo.hash)) : undefined
  if (!picture) throw new ApiError('not-found')
  return photoSeed(await fewPixels(picture)) ?? EARTH
}
