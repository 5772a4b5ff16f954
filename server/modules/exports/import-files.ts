import type { BlobStore } from '../../blobs/blob-store'
import { photoFileNames } from '../photos/photo-files'
import { voiceFile } from '../voices/voice-file'
import { checkedPhoto } from './checked-photo'
import { checkedVoice } from './checked-voice'
import { type Exported, exportedVoices, photoHashes } from './exported'
import type { OpenZip } from './unzip'

const photoNames = (exported: Exported) => photoHashes(exported).flatMap(photoFileNames)

/** Checks all photos and voices of an exported shop, one at a time, so that no more than one of them is in memory. */
export async function checkFiles(zip: OpenZip, exported: Exported): Promise<void> {
  for (const voice of exportedVoices(exported)) checkedVoice(zip, voice)
  for (const name of photoNames(exported)) await checkedPhoto(zip, name)
}

/** Keeps those photos and voices of an exported shop that are not here yet; what is here under a name is known to be right. */
export async function keepFiles(blobs: BlobStore, zip: OpenZip, exported: Exported): Promise<void> {
  const isNew = async (name: string) => (await blobs.size(name)) === undefined
  for (const voice of exportedVoices(exported)) {
    const name = voiceFile(voice.hash)
    if (await isNew(name)) await blobs.put(name, checkedVoice(zip, voice))
  }
  for (const name of photoNames(exported))
    if (await isNew(name)) await blobs.put(name, await checkedPhoto(zip, name))
}
