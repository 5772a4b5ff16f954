import type { Parts } from '../../parts'
import { isHashKept } from './kept'
import type { Medium } from './medium'
import type { Queue } from './queue'
import { removeUnused, UNUSED_MS } from './remove-unused'

const AT_ONCE = 200

/** What nothing has used for a week goes; its files, when nothing else has the same content. */
export function sweep(
  { db, clock }: Parts,
  queue: Queue,
  medium: Medium,
  drop: (hash: string) => Promise<void>,
): Promise<void> {
  return queue.run(async () => {
    const before = clock() - UNUSED_MS
    const hashes = await db.withTx((tx) => removeUnused(tx, medium, before, AT_ONCE), 'guarded')
    for (const hash of new Set(hashes)) if (!(await isHashKept(db.query, medium, hash))) await drop(hash)
  })
}
