import { photoWidths } from '@/domain/photo'
import { sha256 } from '../../fingerprint'
import { SetupError } from '../../setup-error'
import { CHECKSUMS_FILE, MAX_CHECKSUMS_BYTES, MAX_PHOTO_FILE_BYTES, PHOTOS_FOLDER } from './file-names'
import type { ZipReader } from './unzip'

const [LARGEST = 0] = photoWidths.slice(-1)

/** True for a picture as this server writes it: its format, its size limits and no metadata. */
async function isStoredForm(name: string, bytes: Uint8Array): Promise<boolean> {
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
const checksumsByZip = new WeakMap<ZipReader, ReadonlyMap<string, string>>()

/** The checksums listed in an export; `undefined` for exports of versions that did not list them. */
function readChecksums(zip: ZipReader): ReadonlyMap<string, string> | undefined {
  const known = checksumsByZip.get(zip)
  if (known) return known
  const text = zip.read(CHECKSUMS_FILE, MAX_CHECKSUMS_BYTES)
  if (!text) return undefined
  const lines = text.toString().split('\n')
  const sums = new Map(
    lines.map((line) => LINE.exec(line)).map((match) => [match?.[2] ?? '', match?.[1] ?? '']),
  )
  checksumsByZip.set(zip, sums)
  return sums
}

/** Reads a photo file from a zip. A missing, foreign or altered file is a `SetupError`. */
export async function readVerifiedPhoto(zip: ZipReader, name: string): Promise<Buffer> {
  const bytes = zip.read(PHOTOS_FOLDER + name, MAX_PHOTO_FILE_BYTES)
  if (!bytes) throw new SetupError(`${PHOTOS_FOLDER}${name} is missing.`)
  if (!(await isStoredForm(name, bytes)))
    throw new SetupError(`${PHOTOS_FOLDER}${name} is not a picture of an exported shop.`)
  const sums = readChecksums(zip)
  if (sums && sums.get(PHOTOS_FOLDER + name) !== sha256(bytes))
    throw new SetupError(
      `${PHOTOS_FOLDER}${name} is not the picture that was exported: its hash is another one.`,
    )
  return bytes
}
