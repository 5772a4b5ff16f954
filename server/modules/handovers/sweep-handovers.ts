import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Queue } from '../media/queue'
import { sweepUnusedMedia } from '../media/sweep-unused-media'
import { allPhotoFileNames } from '../photos/photo-files'
import { removeOldTries } from './code-tries'
import { forgetDraft } from './store'

export const HANDOVER_SWEEP_MS = 60_000

/** A code is known as used or expired for this time after it expired, in ms. Afterwards it is unknown, and its digits are free. */
const KNOWN_MS = 86_400_000

/** Forgets the drafts that were received or whose time is over; returns whether one had a photo. */
async function forgetDrafts(tx: Query, now: number): Promise<boolean> {
  const expired = await tx
    .selectFrom('handover')
    .selectAll()
    .where(({ or, eb }) => or([eb('draft', 'is not', null), eb('photo_id', 'is not', null)]))
    .where(({ or, eb }) =>
      or([eb('expires_at', '<=', now), eb('ended_at', 'is not', null), eb('received_at', 'is not', null)]),
    )
    .execute()
  for (const row of expired) await forgetDraft(tx, row)
  return expired.some(({ photo_id }) => photo_id !== null)
}

/** Deletes what hand-overs left behind: expired drafts with their photos, codes of yesterday, and counted tries. */
export async function sweepHandovers(deps: AppDependencies, queue: Queue): Promise<void> {
  const { db, clock } = deps
  const now = clock()
  const hasPhotos = await db.withTx(async (tx) => {
    const forgotten = await forgetDrafts(tx, now)
    await tx
      .deleteFrom('handover')
      .where('expires_at', '<=', now - KNOWN_MS)
      .execute()
    await removeOldTries(tx, now)
    return forgotten
  })
  if (hasPhotos) await sweepUnusedMedia(deps, queue, 'photo', allPhotoFileNames)
}
