import type { Parts } from '../../parts'
import type { Queue } from '../photos/queue'
import { UNUSED_MS } from '../photos/sweep-photos'
import { isVoiceKept, removeUnusedVoices } from './store'
import { voiceFile } from './voice-file'

const AT_ONCE = 200

/** Voices that no look has named for a week go; their files when no other voice has the same content. */
export function sweepVoices({ db, blobs, clock }: Parts, queue: Queue): Promise<void> {
  return queue.run(async () => {
    const before = clock() - UNUSED_MS
    const hashes = await db.withTx((tx) => removeUnusedVoices(tx, before, AT_ONCE), 'guarded')
    for (const hash of new Set(hashes))
      if (!(await isVoiceKept(db.query, hash))) await blobs.remove(voiceFile(hash))
  })
}
