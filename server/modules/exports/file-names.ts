import { photoFileNames } from '../photos/photo-files'
import { voiceFile } from '../voices/voice-file'
import { type Exported, exportedVoices, photoHashes } from './exported'

/** The data of an exported shop; it is never larger than this: so much is a shop of some thousand products. */
export const SHOP_FILE = 'shop.json'
export const MOST_SHOP_BYTES = 16 * 1024 * 1024
/** The folders of its photos and voices. */
export const PHOTOS_FOLDER = 'photos/'
export const VOICES_FOLDER = 'voices/'
/** The SHA-256 of each photo's file, as `sha256sum` writes and checks them. Exports of earlier versions have none. */
export const SUMS_FILE = 'sha256.txt'
export const MOST_SUMS_BYTES = 8 * 1024 * 1024
/** No file of a photo is larger. */
export const MOST_PHOTO_FILE = 2 * 1024 * 1024

/** Every file of the photos and voices of an exported shop, its content's hash and where it is. */
export const filesOf = (exported: Exported): { hash: string; folder: string; name: string }[] => [
  ...photoHashes(exported).flatMap((hash) =>
    photoFileNames(hash).map((name) => ({ hash, folder: PHOTOS_FOLDER, name })),
  ),
  ...exportedVoices(exported).map(({ hash }) => ({ hash, folder: VOICES_FOLDER, name: voiceFile(hash) })),
]
