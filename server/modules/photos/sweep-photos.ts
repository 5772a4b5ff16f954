import type { Parts } from '../../parts'
import { dropPhoto } from './photo-files'
import type { Queue } from './queue'
import { isHashKept, removeUnused } from './store'

/** So long a photo may wait for something that uses it. */
export const UNUSED_MS = 7 * 86_400_000
const AT_ONCE = 200

/** Photos that nothing has used for a week go; their files when no other photo has the same content. What broken uploads left goes too. */
export function sweepPhotos({ db, blobs, clock }: Parts, queue: Queue): Promise<void> {
  return queue.run(async () => {
    const before = clock() - UNUSED_MS
    const photos = await db.withTx((tx) => removeUnused(tx, before, AT_ONCE), 'guarded')
    for (const hash of new Set(photos.map((photo) => photo.hash)))
      if (!(await isHashKept(db.query, hash))) await dropPhoto(blobs, hash)
    await blobs.tidy()
  })
}
