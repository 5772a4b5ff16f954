import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { backfillFileSizes } from '../media/backfill-file-sizes'
import { UNUSED_MS } from '../media/remove-unused'
import { photoFileNames } from './photo-files'
import { photoHandlers } from './routes'
import { sweepPhotos } from './sweep-photos'

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
