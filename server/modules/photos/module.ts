import type { ServerModule } from '../../server-module'
import { mediaJobs } from '../media/media-jobs'
import { allPhotoFileNames } from './photo-files'
import { photoHandlers } from './routes'
import { serveCheckedPhotos } from './serve-checked-photos'

export const photosModule = (({ app, content, deps, queue, uploads }) => {
  const { measure, sweep } = mediaJobs(deps, queue, 'photo', allPhotoFileNames)
  return {
    handlers: photoHandlers({ content, deps, uploads }),
    serve: () => serveCheckedPhotos(app, deps),
    jobs: { 'measure-stored': measure, 'sweep-photos': sweep },
  }
}) satisfies ServerModule
