import { shopPhotoCrops, shopPhotoNames } from '@/domain/photo'
import { cropFileName, photoFileNames } from '../photos/photo-files'
import { voiceFileName } from '../voices/voice-file'
import { type ExportedShop, listPhotoHashes, listVoices } from './exported-shop'

/** Data of an exported shop and its maximum size, enough for several thousand products. */
export const SHOP_FILE = 'shop.json'
export const MAX_SHOP_BYTES = 16 * 1024 * 1024
/** Folders of the photos and voices inside the zip. */
export const PHOTOS_FOLDER = 'photos/'
export const VOICES_FOLDER = 'voices/'
/** SHA-256 of each photo file in the format of `sha256sum`. Exports of earlier versions have no such file. */
export const CHECKSUMS_FILE = 'sha256.txt'
export const MAX_CHECKSUMS_BYTES = 8 * 1024 * 1024
/** Maximum size of one photo file in bytes. */
export const MAX_PHOTO_FILE_BYTES = 2 * 1024 * 1024

interface MediaFile {
  hash: string
  folder: string
  name: string
}

/** Lists every photo and voice file of an exported shop with its content hash and folder. */
export const listMediaFiles = (exported: ExportedShop): MediaFile[] => [
  ...listPhotoHashes(exported).flatMap((hash) =>
    photoFileNames(hash).map((name) => ({ hash, folder: PHOTOS_FOLDER, name })),
  ),
  ...listVoices(exported).map(({ hash }) => ({ hash, folder: VOICES_FOLDER, name: voiceFileName(hash) })),
]

/** Lists all files of an export: also the crops for the pages in it, which an import makes again. */
export const listExportFiles = (exported: ExportedShop): MediaFile[] => [
  ...listMediaFiles(exported),
  ...shopPhotoNames.flatMap((name) => {
    const { hash } = exported.shop[name] ?? {}
    if (hash === undefined) return []
    return shopPhotoCrops[name].map((crop) => ({
      hash,
      folder: PHOTOS_FOLDER,
      name: cropFileName(hash, crop),
    }))
  }),
]
