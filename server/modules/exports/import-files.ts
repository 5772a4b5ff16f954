import type { BlobStore } from '../../blobs/blob-store'
import { photoFileNames } from '../photos/photo-files'
import { voiceFileName } from '../voices/voice-file'
import { type ExportedShop, listPhotoHashes, listVoices } from './exported-shop'
import { readVerifiedPhoto } from './read-verified-photo'
import { readVerifiedVoice } from './read-verified-voice'
import type { ZipReader } from './unzip'

const photoNames = (exported: ExportedShop) => listPhotoHashes(exported).flatMap(photoFileNames)

/** Verifies all photos and voices of an exported shop. One file at a time is held in memory. */
export async function verifyFiles(zip: ZipReader, exported: ExportedShop): Promise<void> {
  for (const voice of listVoices(exported)) readVerifiedVoice(zip, voice)
  for (const name of photoNames(exported)) await readVerifiedPhoto(zip, name)
}

/**
 * Stores the photos and voices that do not exist yet. An existing file has the right content, because its name is its hash.
 */
export async function storeFiles(blobs: BlobStore, zip: ZipReader, exported: ExportedShop): Promise<void> {
  const isNew = async (name: string) => (await blobs.size(name)) === undefined
  for (const voice of listVoices(exported)) {
    const name = voiceFileName(voice.hash)
    if (await isNew(name)) await blobs.put(name, readVerifiedVoice(zip, voice))
  }
  for (const name of photoNames(exported))
    if (await isNew(name)) await blobs.put(name, await readVerifiedPhoto(zip, name))
}
