import { type PhotoWidth, photoPath, photoWidths, sharePhotoPath } from '@/domain/photo'
import type { BlobStore } from '../../blobs/blob-store'
import type { Shrunk } from './shrink'

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What a stored photo's files are called. */
const photoFile = (hash: string, width: PhotoWidth): string => nameOf(photoPath(hash, width))
export const shareFile = (hash: string): string => nameOf(sharePhotoPath(hash))

/** All files of a photo, the share picture last. */
export const photoFileNames = (hash: string): string[] => [
  ...photoWidths.map((width) => photoFile(hash, width)),
  shareFile(hash),
]

/** The share picture is written last: where it is, the photo is whole. */
export async function putPhoto(blobs: BlobStore, hash: string, { sizes, share }: Shrunk): Promise<void> {
  for (const { width, bytes } of sizes) await blobs.put(photoFile(hash, width), bytes)
  await blobs.put(shareFile(hash), share)
}

export const hasPhoto = async (blobs: BlobStore, hash: string): Promise<boolean> =>
  (await blobs.get(shareFile(hash))) !== undefined
