import type { AppDependencies } from '../../dependencies'
import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { backfillFileSizes } from '../media/backfill-file-sizes'
import type { Queue } from '../media/queue'
import { UNUSED_MS } from '../media/remove-unused'
import { sweepUnusedMedia } from '../media/sweep-unused-media'
import { photoFileNames } from './photo-files'
import { photoHandlers } from './routes'

/** Deletes photos that have been unused for a week, and files of interrupted uploads. */
async function sweepPhotos(deps: AppDependencies, queue: Queue): Promise<void> {
  await sweepUnusedMedia(deps, queue, 'photo', photoFileNames)
  await queue.run(() => deps.blobs.removeAbandoned())
}

export const photosModule = (({ deps, queue, uploads }) => ({
  handlers: photoHandlers(deps, uploads),
  jobs: {
    'measure-stored': {
      isRecurring: true,
      maxDelay: DAY_MS,
      run: async () => {
        await backfillFileSizes(deps, 'photo', photoFileNames)
        return deps.clock() + DAY_MS
      },
    },
    'sweep-photos': {
      isRecurring: true,
      maxDelay: UNUSED_MS,
      whenLate: { after: DAY_MS, delay: UNUSED_MS },
      run: async () => {
        await sweepPhotos(deps, queue)
        return deps.clock() + HOUR_MS
      },
    },
  },
})) satisfies ServerModule
