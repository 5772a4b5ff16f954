import type { RouteReply } from '@/contract/routes'
import { photoPath, photoWidths } from '@/domain/photo'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import type { Content } from '../content/content'
import { checkUploadAllowed, recordUpload, type Uploader } from '../media/record-upload'
import { isAlreadyStored } from '../media/stored-media'
import type { RunInQueue } from '../media/uploads'
import { remakeCrops } from './crop-photo'
import { allPhotoFileNames, hasPhoto, hasSameFiles, storePhotoFiles } from './photo-files'
import { resizePhoto } from './resize-photo'
import { addPhoto } from './store'

type StoredPhoto = RouteReply<'PUT /api/photos/:photoId'>

interface Upload extends Uploader {
  id: string
  bytes: Buffer
}

const answer = (id: string, hash: string): StoredPhoto => ({
  id,
  hash,
  sizes: photoWidths.map((width) => ({ width, url: photoPath(hash, width) })),
})

/**
 * Stores a photo, once for each id. The same bytes return the same result, other bytes are `idempotency-conflict`, and an id
 * of another account is `not-found`. Equal photos share their files.
 */
export async function storePhoto(
  deps: AppDependencies & { content: Content },
  turn: RunInQueue,
  { id, accountId, address, bytes }: Upload,
): Promise<StoredPhoto> {
  const hash = sha256(bytes).slice(0, 32)
  if (await isAlreadyStored(deps.db.query, 'photo', { id, accountId, hash })) return answer(id, hash)
  await checkUploadAllowed(deps, { accountId, address })
  await turn(async () => {
    const shrunk = await resizePhoto(bytes)
    // files of an import may exist under this name with other bytes, so they are compared
    if (!(await hasSameFiles(deps.blobs, hash, shrunk))) {
      await storePhotoFiles(deps.blobs, hash, shrunk)
      await remakeCrops(deps.blobs, hash)
    }
    const photo = { id, accountId, hash }
    await recordUpload(deps, 'photo', { ...photo, address }, allPhotoFileNames(hash), async (tx, size) => {
      await addPhoto(tx, { ...photo, bytes: size, now: deps.clock() })
      await deps.content.recordFile(tx, 'photo', hash, accountId)
    })
    // another server's sweep may have deleted files that existed before
    if (!(await hasPhoto(deps.blobs, hash))) await storePhotoFiles(deps.blobs, hash, shrunk)
  })
  return answer(id, hash)
}
