import type { MediaKind } from '../../db/media-kind'
import type { AppDependencies } from '../../dependencies'
import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import type { JobKind } from '../../jobs/worker'
import { backfillFileSizes } from './backfill-file-sizes'
import type { Queue } from './queue'
import { UNUSED_MS } from './remove-unused'
import { sweepUnusedMedia } from './sweep-unused-media'

/** The recurring jobs of photos or of voices: `measure` fills in sizes of files, `sweep` deletes what was unused for a week. */
export const mediaJobs = (
  deps: AppDependencies,
  queue: Queue,
  kind: MediaKind,
  filesOf: (hash: string) => readonly string[],
): Record<'measure' | 'sweep', JobKind> => ({
  measure: {
    isRecurring: true,
    maxDelay: DAY_MS,
    run: async () => {
      await backfillFileSizes(deps, kind, filesOf)
      return deps.clock() + DAY_MS
    },
  },
  sweep: {
    isRecurring: true,
    maxDelay: UNUSED_MS,
    whenLate: { after: DAY_MS, delay: UNUSED_MS },
    run: async () => {
      await sweepUnusedMedia(deps, queue, kind, filesOf)
      if (kind === 'photo') await queue.run(() => deps.blobs.removeAbandoned())
      return deps.clock() + HOUR_MS
    },
  },
})
