import type { AppDependencies } from '../../dependencies'
import type { Queue } from '../media/queue'
import { sweepUnusedMedia } from '../media/sweep-unused-media'
import { photoFileNames } from './photo-files'

/** Deletes photos that have been unused for a week, and files of interrupted uploads. */
export async function sweepPhotos(deps: AppDependencies, queue: Queue): Promise<void> {
  await sweepUnusedMedia(deps, queue, 'photo', photoFileNames)
  await queue.run(() => deps.blobs.removeAbandoned())
}
