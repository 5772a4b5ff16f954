import type { QuarantinedBlob } from '../../blobs/blob-store'
import type { MediaKind } from '../../db/media-kind'
import type { AppDependencies } from '../../dependencies'
import { isHashStored } from './stored-media'

/**
 * Deletes the files of a hash that no row references. If another server starts to reference them meanwhile, they are put
 * back; if that is too late, its upload finds them missing and writes them again.
 */
export async function deleteUnreferencedFiles(
  { db, blobs }: Pick<AppDependencies, 'db' | 'blobs'>,
  kind: MediaKind,
  hash: string,
  names: readonly string[],
): Promise<void> {
  const aside: QuarantinedBlob[] = []
  // the last file marks the set as complete, so it is removed first and put back last
  for (const name of [...names].reverse()) {
    const file = await blobs.quarantine(name)
    if (file) aside.unshift(file)
  }
  const wanted = await isHashStored(db.query, kind, hash)
  for (const file of aside) await (wanted ? file.restore() : file.discard())
}
