import type { RouteReply } from '@/contract/routes'
import { photoPath, photoWidths } from '@/domain/photo'
import { sha256 } from '../../fingerprint'
import type { Parts } from '../../parts'
import { isKnown } from '../media/kept'
import { recordUpload, refuseUpload, type Uploader } from '../media/record-upload'
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
  parts: Parts,
  turn: Turn,
  { id, accountId, address, bytes }: Upload,
): Promise<StoredPhoto> {
  const hash = sha256(bytes).slice(0, 32)
  if (await isKnown(parts.db.query, 'photo', { id, accountId, hash })) return answer(id, hash)
  await refuseUpload(parts, { accountId, address })
  await turn(async () => {
    const shrunk = await shrink(bytes)
    // files of an import are there under a name that only the photo itself can prove
    if (!(await isStored(parts.blobs, hash, shrunk))) await putPhoto(parts.blobs, hash, shrunk)
    const photo = { id, accountId, hash }
    await recordUpload(parts, 'photo', { ...photo, address }, photoFileNames(hash), (tx, size) =>
      addPhoto(tx, { ...photo, bytes: size, now: parts.clock() }),
    )
    // another server's sweep may have taken what was found just before
    if (!(await hasPhoto(parts.blobs, hash))) await putPhoto(parts.blobs, hash, shrunk)
  })
  return answer(id, hash)
}
