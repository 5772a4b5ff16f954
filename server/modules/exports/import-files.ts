import type { BlobStore } from '../../blobs/blob-store'
import { photoFileNames } from '../photos/photo-files'
import { voiceFile } from '../voices/voice-file'
import { checkedPhoto } from './checked-photo'
import { checkedVoice } from './checked-voice'
import { type Exported, exportedVoices, photoHashes } from './exported'
import type { OpenZip } from './unzip'

/**
 * Checks all photos and voices of an exported shop, and then keeps those that are not here yet: one at a time, so that no
 * more than one of them is in memory.
 */
export async function importFiles(blobs: BlobStore, zip: OpenZip, exported: Exported): Promise<void> {
  const photos = photoHashes(exported).flatMap(photoFileNames)
  const voices = exportedVoices(exported)
  for (const voice of voices) checkedVoice(zip, voice)
  for (const name of photos) await checkedPhoto(zip, name)
  // what is here under a name is known to be right
  const isNew = async (name: string) => (await blobs.size(name)) === undefined
  for (const voice of voices) {
    const name = voiceFile(voice.hash)
    if (await isNew(name)) await blobs.put(name, checkedVoice(zip, voice))
  }
  for (const name of photos) if (await isNew(name)) await blobs.put(name, await checkedPhoto(zip, name))
}
