import type { RouteReply } from '@/contract/routes'
import { photoPath, photoWidths } from '@/domain/photo'
import { sha256 } from '../../fingerprint'
import type { Parts } from '../../parts'
import { isKnown } from '../media/kept'
import type { Turn } from '../media/uploads'
import { hasPhoto, putPhoto } from './photo-files'
import { shrink } from './shrink'
import { addPhoto } from './store'

type StoredPhoto = RouteReply<'PUT /api/photos/:photoId'>

interface Upload {
  id: string
  accountId: string
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
  { id, accountId, bytes }: Upload,
): Promise<StoredPhoto> {
  const hash = sha256(bytes).slice(0, 32)
  if (await isKnown(parts.db.query, 'photo', { id, accountId, hash })) return answer(id, hash)
  await turn(async () => {
    const keepFiles = async () => {
      if (!(await hasPhoto(parts.blobs, hash))) await putPhoto(parts.blobs, hash, await shrink(bytes))
    }
    await keepFiles()
    await parts.db.withTx(async (tx) => {
      const photo = { id, accountId, hash }
      if (!(await isKnown(tx, 'photo', photo))) await addPhoto(tx, { ...photo, now: parts.clock() })
    }, 'guarded')
    // another server's sweep may have taken what was found just before
    await keepFiles()
  })
  return answer(id, hash)
}
