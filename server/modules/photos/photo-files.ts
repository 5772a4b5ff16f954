import {
  cropPath,
  type PhotoCrop,
  type PhotoWidth,
  photoCrops,
  photoPath,
  photoWidths,
  sharePhotoPath,
} from '@/domain/photo'
import type { BlobStore } from '../../blobs/blob-store'
import type { ResizedPhoto } from './resize-photo'

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

export const photoFileName = (hash: string, width: PhotoWidth): string => nameOf(photoPath(hash, width))
export const shareFileName = (hash: string): string => nameOf(sharePhotoPath(hash))

export const cropFileName = (hash: string, crop: PhotoCrop): string => nameOf(cropPath(hash, crop))

/** The files that every photo has. */
export const photoFileNames = (hash: string): string[] => [
  ...photoWidths.map((width) => photoFileName(hash, width)),
  shareFileName(hash),
]

/** The files that a photo may have: they count against its account, and are deleted with it. */
export const allPhotoFileNames = (hash: string): string[] => [
  ...(Object.keys(photoCrops) as PhotoCrop[]).map((crop) => cropFileName(hash, crop)),
  ...photoFileNames(hash),
]

/** Stores the files of a photo. The share picture is written last: its presence means the photo is complete. */
export async function storePhotoFiles(blobs: BlobStore, hash: string, { sizes, share }: ResizedPhoto) {
  for (const { width, bytes } of sizes) await blobs.put(photoFileName(hash, width), bytes)
  await blobs.put(shareFileName(hash), share)
}

/** True when the stored files of a photo have exactly these bytes. */
export async function hasSameFiles(blobs: BlobStore, hash: string, { sizes, share }: ResizedPhoto) {
  const files = [
    ...sizes.map(({ width, bytes }) => ({ name: photoFileName(hash, width), bytes })),
    { name: shareFileName(hash), bytes: share },
  ]
  for (const { name, bytes } of files) if (!(await blobs.get(name))?.equals(bytes)) return false
  return true
}

export const hasPhoto = async (blobs: BlobStore, hash: string): Promise<boolean> =>
  (await blobs.get(shareFileName(hash))) !== undefined
