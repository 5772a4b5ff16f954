import type { AppDependencies } from '../../dependencies'
import { dropFiles } from './drop-files'
import type { Medium } from './medium'
import type { Queue } from './queue'
import { removeUnused, UNUSED_MS } from './remove-unused'
import { isHashStored } from './stored-media'

/** So many go in one turn of the queue, as uploads wait for it. */
const AT_ONCE = 200
/** So many turns one sweep takes at most; what is left then waits for the next. */
const TURNS = 100

/** What nothing has used for a week goes; its files, when nothing else has the same content. */
export async function sweep(
  deps: AppDependencies,
  queue: Queue,
  medium: Medium,
  filesOf: (hash: string) => readonly string[],
): Promise<void> {
  const { db, clock } = deps
  const before = clock() - UNUSED_MS
  const turn = async (): Promise<number> => {
    const hashes = await db.withTx((tx) => removeUnused(tx, medium, before, AT_ONCE), 'guarded')
    for (const hash of new Set(hashes))
      if (!(await isHashStored(db.query, medium, hash))) await dropFiles(deps, medium, hash, filesOf(hash))
    return hashes.length
  }
  for (let turns = 1; (await queue.run(turn)) === AT_ONCE && turns < TURNS; turns++);
}
