import type { RouteReply } from '@/contract/routes'
import { localPhotos } from '@/platform/media/photos'
import type { Result } from './result'
import { sendFile } from './send-file'

/** Uploads a photo stored on this phone; repeating an upload is safe. `progress` receives 0 to 1. */
export const uploadPhoto = (
  id: string,
  progress?: (fraction: number) => void,
): Promise<Result<RouteReply<'PUT /api/photos/:photoId'>>> =>
  sendFile(localPhotos, { id, path: `/api/photos/${id}`, missing: 'not-a-photo' }, progress)
