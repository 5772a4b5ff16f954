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

/** True where the stored files of a photo are these. */
export async function isStored(blobs: BlobStore, hash: string, { sizes, share }: Shrunk): Promise<boolean> {
  const files = [
    ...sizes.map(({ width, bytes }) => ({ name: photoFile(hash, width), bytes })),
    { name: shareFile(hash), bytes: share },
  ]
  for (const { name, bytes } of files) if (!(await blobs.get(name))?.equals(bytes)) return false
  return true
}

export const hasPhoto = async (blobs: BlobStore, hash: string): Promise<boolean> =>
  (await blobs.get(shareFile(hash))) !== undefined
