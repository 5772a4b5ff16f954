import type { SetAside } from '../../blobs/blob-store'
import type { AppDependencies } from '../../dependencies'
import type { Medium } from './medium'
import { isHashStored } from './stored-media'

/**
 * Drops the files of a content that nothing has. Another server may have found them for an upload just before: then they
 * are put back, and where that is too late, the upload finds them gone and writes them again.
 */
export async function dropFiles(
  { db, blobs }: Pick<AppDependencies, 'db' | 'blobs'>,
  medium: Medium,
  hash: string,
  names: readonly string[],
): Promise<void> {
  const aside: SetAside[] = []
  // the last file says that all are there, so it goes first, and comes last
  for (const name of [...names].reverse()) {
    const file = await blobs.setAside(name)
    if (file) aside.unshift(file)
  }
  const wanted = await isHashStored(db.query, medium, hash)
  for (const file of aside) await (wanted ? file.putBack() : file.drop())
}
