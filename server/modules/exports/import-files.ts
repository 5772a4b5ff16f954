import { photoWidths, shopPhotoCrops, shopPhotoNames } from '@/domain/photo'
import { MAX_VOICE_BYTES, MAX_VOICE_MS, type Voice } from '@/domain/voice'
import type { BlobStore } from '../../blobs/blob-store'
import { sha256 } from '../../fingerprint'
import { SetupError } from '../../setup-error'
import { storeCrops } from '../photos/crop-photo'
import { photoFileNames } from '../photos/photo-files'
import { readMp3 } from '../voices/mp3'
import { voiceHash } from '../voices/store-voice'
import { voiceFileName } from '../voices/voice-file'
import { type ExportedShop, listPhotoHashes, listVoices } from './exported-shop'
import {
  CHECKSUMS_FILE,
  MAX_CHECKSUMS_BYTES,
  MAX_PHOTO_FILE_BYTES,
  PHOTOS_FOLDER,
  VOICES_FOLDER,
} from './file-names'
import type { ZipReader } from './unzip'

const [LARGEST = 0] = photoWidths.slice(-1)

/** True for a picture as this server writes it: its format, its size limits and no metadata. */
async function isStoredPhoto(name: string, bytes: Uint8Array): Promise<boolean> {
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
async function readVerifiedPhoto(zip: ZipReader, name: string): Promise<Buffer> {
  const bytes = zip.read(PHOTOS_FOLDER + name, MAX_PHOTO_FILE_BYTES)
  if (!bytes) throw new SetupError(`${PHOTOS_FOLDER}${name} is missing.`)
  if (!(await isStoredPhoto(name, bytes)))
    throw new SetupError(`${PHOTOS_FOLDER}${name} is not a picture of an exported shop.`)
  const sums = readChecksums(zip)
  if (sums && sums.get(PHOTOS_FOLDER + name) !== sha256(bytes))
    throw new SetupError(
      `${PHOTOS_FOLDER}${name} is not the picture that was exported: its hash is another one.`,
    )
  return bytes
}

/** True for the stored form of this voice: only MP3 frames, with the hash and the length that the export states. */
function isStoredVoice({ hash, ms }: Voice, bytes: Buffer): boolean {
  const sound = readMp3(bytes)
  return (
    sound?.bytes.equals(bytes) === true && voiceHash(sound) === hash && sound.ms === ms && ms <= MAX_VOICE_MS
  )
}

/** Reads a voice file from a zip. A missing or altered file is a `SetupError`. */
function readVerifiedVoice(zip: ZipReader, voice: Voice): Buffer {
  const name = VOICES_FOLDER + voiceFileName(voice.hash)
  const bytes = zip.read(name, MAX_VOICE_BYTES)
  if (!bytes) throw new SetupError(`${name} is missing.`)
  if (!isStoredVoice(voice, bytes)) throw new SetupError(`${name} is not the voice of an exported shop.`)
  return bytes
}

const photoNames = (exported: ExportedShop) => listPhotoHashes(exported).flatMap(photoFileNames)

/** Verifies all photos and voices of an exported shop. One file at a time is held in memory. */
export async function verifyFiles(zip: ZipReader, exported: ExportedShop): Promise<void> {
  for (const voice of listVoices(exported)) readVerifiedVoice(zip, voice)
  for (const name of photoNames(exported)) await readVerifiedPhoto(zip, name)
}

/**
 * Stores the photos and voices that do not exist yet. An existing file has the right content, because its name is its hash. Crops are
 * made here, since nothing shows that those in a zip belong to the photo.
 */
export async function storeFiles(blobs: BlobStore, zip: ZipReader, exported: ExportedShop): Promise<void> {
  const isNew = async (name: string) => (await blobs.size(name)) === undefined
  for (const voice of listVoices(exported)) {
    const name = voiceFileName(voice.hash)
    if (await isNew(name)) await blobs.put(name, readVerifiedVoice(zip, voice))
  }
  for (const name of photoNames(exported))
    if (await isNew(name)) await blobs.put(name, await readVerifiedPhoto(zip, name))
  for (const name of shopPhotoNames) {
    const photo = exported.shop[name]
    if (photo) await storeCrops(blobs, photo.hash, shopPhotoCrops[name])
  }
}
