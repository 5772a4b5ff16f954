import { DAY_MS, HOUR_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { backfillFileSizes } from '../media/backfill-file-sizes'
import { UNUSED_MS } from '../media/remove-unused'
import { sweepUnusedMedia } from '../media/sweep-unused-media'
import { voiceHandlers } from './routes'
import { serveVoices } from './serve-voices'
import { voiceFileName } from './voice-file'

const voiceFiles = (hash: string) => [voiceFileName(hash)]

export const voicesModule = (({ app, deps, queue, uploads }) => ({
  handlers: voiceHandlers(deps, uploads),
  serve: () => serveVoices(app, deps),
  jobs: {
    'measure-voices': {
      isRecurring: true,
      maxDelay: DAY_MS,
      run: async () => {
        await backfillFileSizes(deps, 'voice', voiceFiles)
        return deps.clock() + DAY_MS
      },
    },
    'sweep-voices': {
      isRecurring: true,
      maxDelay: UNUSED_MS,
      whenLate: { after: DAY_MS, delay: UNUSED_MS },
      run: async () => {
        await sweepUnusedMedia(deps, queue, 'voice', voiceFiles)
        return deps.clock() + HOUR_MS
      },
    },
  },
})) satisfies ServerModule
