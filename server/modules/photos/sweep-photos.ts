import type { AppDependencies } from '../../dependencies'
import type { Queue } from '../media/queue'
import { sweep } from '../media/sweep'
import { photoFileNames } from './photo-files'

/** Photos that no product and no look has used for a week go. What broken uploads left goes too. */
export async function sweepPhotos(deps: AppDependencies, queue: Queue): Promise<void> {
  await sweep(deps, queue, 'photo', photoFileNames)
  await queue.run(() => deps.blobs.tidy())
}
