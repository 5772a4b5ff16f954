import type { BlobStore } from '../../blobs/blob-store'
import { checkedPhotos } from './checked-photos'
import { checkedVoices } from './checked-voices'
import { type Exported, exportedVoices, photoHashes } from './exported'

/** Checks the photos and voices of an exported shop, and then keeps those that are not here yet. */
export async function importFiles(
  blobs: BlobStore,
  files: ReadonlyMap<string, Uint8Array>,
  exported: Exported,
): Promise<void> {
  const checked = new Map([
    ...checkedVoices(files, exportedVoices(exported)),
    ...(await checkedPhotos(files, photoHashes(exported))),
  ])
  // what is here under this name is known to be right
  for (const [name, bytes] of checked)
    if ((await blobs.size(name)) === undefined) await blobs.put(name, bytes)
}
