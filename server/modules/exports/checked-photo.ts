import { photoWidths } from '@/domain/photo'
import { SetupError } from '../../settings'
import { MOST_PHOTO_FILE, PHOTOS_FOLDER } from './file-names'
import type { OpenZip } from './unzip'

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

/** A photo's file of a zip, checked. */
export async function checkedPhoto(zip: OpenZip, name: string): Promise<Buffer> {
  const bytes = zip.read(PHOTOS_FOLDER + name, MOST_PHOTO_FILE)
  if (!bytes) throw new SetupError(`${PHOTOS_FOLDER}${name} is missing.`)
  if (!(await isOurs(name, bytes)))
    throw new SetupError(`${PHOTOS_FOLDER}${name} is not a picture of an exported shop.`)
  return bytes
}
