import type { MediaKind } from '../../db/media-kind'
import type { AppDependencies } from '../../dependencies'
import { deleteUnreferencedFiles } from './delete-unreferenced-files'
import type { Queue } from './queue'
import { removeUnused, UNUSED_MS } from './remove-unused'
import { isHashStored } from './stored-media'

/** Rows deleted in one task of the queue, because uploads wait for that task. */
const BATCH_SIZE = 200
/** Maximum number of tasks in one sweep. The rest is left to the next sweep. */
const MAX_BATCHES = 100

/** Deletes rows that have been unused for a week, and their files when no other row has the same hash. */
export async function sweepUnusedMedia(
  deps: AppDependencies,
  queue: Queue,
  kind: MediaKind,
  filesOf: (hash: string) => readonly string[],
): Promise<void> {
  const { db, clock } = deps
  const before = clock() - UNUSED_MS
  const turn = async (): Promise<number> => {
    const hashes = await db.withTx((tx) => removeUnused(tx, kind, before, BATCH_SIZE))
    for (const hash of new Set(hashes))
      if (!(await isHashStored(db.query, kind, hash)))
        await deleteUnreferencedFiles(deps, kind, hash, filesOf(hash))
    return hashes.length
  }
  for (let turns = 1; (await queue.run(turn)) === BATCH_SIZE && turns < MAX_BATCHES; turns++);
}
