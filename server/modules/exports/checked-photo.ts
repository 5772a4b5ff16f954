import { photoWidths } from '@/domain/photo'
import { sha256 } from '../../fingerprint'
import { SetupError } from '../../settings'
import { MOST_PHOTO_FILE, MOST_SUMS_BYTES, PHOTOS_FOLDER, SUMS_FILE } from './file-names'
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

const LINE = /^([0-9a-f]{64}) [ *](.+)$/
const sumsByZip = new WeakMap<OpenZip, ReadonlyMap<string, string>>()

/** The hashes that an export lists for its photos' files; `undefined` in one of an earlier version. */
function sumsOf(zip: OpenZip): ReadonlyMap<string, string> | undefined {
  const known = sumsByZip.get(zip)
  if (known) return known
  const text = zip.read(SUMS_FILE, MOST_SUMS_BYTES)
  if (!text) return undefined
  const lines = text.toString().split('\n')
  const sums = new Map(
    lines.map((line) => LINE.exec(line)).map((match) => [match?.[2] ?? '', match?.[1] ?? '']),
  )
  sumsByZip.set(zip, sums)
  return sums
}

/** A photo's file of a zip, checked. */
export async function checkedPhoto(zip: OpenZip, name: string): Promise<Buffer> {
  const bytes = zip.read(PHOTOS_FOLDER + name, MOST_PHOTO_FILE)
  if (!bytes) throw new SetupError(`${PHOTOS_FOLDER}${name} is missing.`)
  if (!(await isOurs(name, bytes)))
    throw new SetupError(`${PHOTOS_FOLDER}${name} is not a picture of an exported shop.`)
  const sums = sumsOf(zip)
  if (sums && sums.get(PHOTOS_FOLDER + name) !== sha256(bytes))
    throw new SetupError(
      `${PHOTOS_FOLDER}${name} is not the picture that was exported: its hash is another one.`,
    )
  return bytes
}
