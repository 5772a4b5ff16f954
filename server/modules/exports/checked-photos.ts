import { photoWidths } from '@/domain/photo'
import { SetupError } from '../../settings'
import { photoFileNames } from '../photos/photo-files'
import { PHOTOS_FOLDER } from './export-files'

const MOST_BYTES = 2 * 1024 * 1024
const [LARGEST = 0] = photoWidths.slice(-1)

/** Whether these bytes are a picture as this server makes them: its format, its size, and nothing said in it. */
async function isOurs(name: string, bytes: Uint8Array): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  try {
    const { format, width, height, exif, icc, xmp, pages } = await sharp(bytes, {
      failOn: 'error',
    }).metadata()
    const isPlain = !exif && !icc && !xmp && (pages ?? 1) === 1
    const fits = width <= LARGEST && height <= 2 * LARGEST
    return isPlain && fits && format === (name.endsWith('.jpg') ? 'jpeg' : 'webp')
  } catch {
    return false
  }
}

/** The files of these photos, each of them checked. */
export async function checkedPhotos(
  files: ReadonlyMap<string, Uint8Array>,
  hashes: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const name of hashes.flatMap(photoFileNames)) {
    const bytes = files.get(PHOTOS_FOLDER + name)
    if (!bytes) throw new SetupError(`${PHOTOS_FOLDER}${name} is missing.`)
    if (bytes.length > MOST_BYTES || !(await isOurs(name, bytes)))
      throw new SetupError(`${PHOTOS_FOLDER}${name} is not a picture of an exported shop.`)
    found.set(name, bytes)
  }
  return found
}
