import type { SetAside } from '../../blobs/blob-store'
import type { Parts } from '../../parts'
import { isHashKept } from './kept'
import type { Medium } from './medium'
import type { Queue } from './queue'
import { removeUnused, UNUSED_MS } from './remove-unused'

/** So many go in one turn of the queue, as uploads wait for it. */
const AT_ONCE = 200
/** So many turns one sweep takes at most; what is left then waits for the next. */
const TURNS = 100

/**
 * Drops the files of a content that nothing has. Another server may have found them for an upload just before: then they
 * are put back, and where that is too late, the upload finds them gone and writes them again.
 */
async function dropFiles({ db, blobs }: Parts, medium: Medium, hash: string, names: readonly string[]) {
  const aside: SetAside[] = []
  // the last file says that all are there, so it goes first, and comes last
  for (const name of [...names].reverse()) {
    const file = await blobs.setAside(name)
    if (file) aside.unshift(file)
  }
  const wanted = await isHashKept(db.query, medium, hash)
  for (const file of aside) await (wanted ? file.putBack() : file.drop())
}

/** What nothing has used for a week goes; its files, when nothing else has the same content. */
export async function sweep(
  parts: Parts,
  queue: Queue,
  medium: Medium,
  filesOf: (hash: string) => readonly string[],
): Promise<void> {
  const { db, clock } = parts
  const before = clock() - UNUSED_MS
  const turn = async (): Promise<number> => {
    const hashes = await db.withTx((tx) => removeUnused(tx, medium, before, AT_ONCE), 'guarded')
    for (const hash of new Set(hashes))
      if (!(await isHashKept(db.query, medium, hash))) await dropFiles(parts, medium, hash, filesOf(hash))
    return hashes.length
  }
  for (let turns = 1; (await queue.run(turn)) === AT_ONCE && turns < TURNS; turns++);
}
