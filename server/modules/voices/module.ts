import type { ServerModule } from '../../server-module'
import { mediaJobs } from '../media/media-jobs'
import { voiceHandlers } from './routes'
import { serveVoices } from './serve-voices'
import { voiceFileName } from './voice-file'

export const voicesModule = (({ app, content, deps, queue, uploads }) => {
  const { measure, sweep } = mediaJobs(deps, queue, 'voice', (hash) => [voiceFileName(hash)])
  return {
    handlers: voiceHandlers({ content, deps, uploads }),
    serve: () => serveVoices(app, deps, content),
    jobs: { 'measure-voices': measure, 'sweep-voices': sweep },
  }
}) satisfies ServerModule
