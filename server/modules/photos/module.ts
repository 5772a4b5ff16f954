import type { ServerModule } from '../../server-module'
import { mediaJobs } from '../media/media-jobs'
import { photoFileNames } from './photo-files'
import { photoHandlers } from './routes'

export const photosModule = (({ deps, queue, uploads }) => {
  const { measure, sweep } = mediaJobs(deps, queue, 'photo', photoFileNames)
  return {
    handlers: photoHandlers(deps, uploads),
    jobs: { 'measure-stored': measure, 'sweep-photos': sweep },
  }
}) satisfies ServerModule
