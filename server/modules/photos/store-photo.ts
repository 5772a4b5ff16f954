import type { RouteReply } from '@/contract/routes'
import { photoPath, photoWidths } from '@/domain/photo'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { recordUpload, refuseUpload, type Uploader } from '../media/record-upload'
import { isKnown } from '../media/stored-media'
import type { Turn } from '../media/uploads'
import { hasPhoto, isStored, photoFileNames, putPhoto } from './photo-files'
import { shrink } from './shrink'
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
 * Keeps a photo, once per id: the same bytes again answer the same, other bytes are `different`, and another
 * account's id is `not-found`. The same picture is kept once, whoever sends it.
 */
export async function storePhoto(
  deps: AppDependencies,
  turn: Turn,
  { id, accountId, address, bytes }: Upload,
): Promise<StoredPhoto> {
  const hash = sha256(bytes).slice(0, 32)
  if (await isKnown(deps.db.query, 'photo', { id, accountId, hash })) return answer(id, hash)
  await refuseUpload(deps, { accountId, address })
  await turn(async () => {
    const shrunk = await shrink(bytes)
    // files of an import are there under a name that only the photo itself can prove
    if (!(await isStored(deps.blobs, hash, shrunk))) await putPhoto(deps.blobs, hash, shrunk)
    const photo = { id, accountId, hash }
    await recordUpload(deps, 'photo', { ...photo, address }, photoFileNames(hash), (tx, size) =>
      addPhoto(tx, { ...photo, bytes: size, now: deps.clock() }),
    )
    // another server's sweep may have taken what was found just before
    if (!(await hasPhoto(deps.blobs, hash))) await putPhoto(deps.blobs, hash, shrunk)
  })
  return answer(id, hash)
}
