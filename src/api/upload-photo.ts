import type { RouteReply } from '@/contract/routes'
import { localPhotos } from '@/platform/media/photos'
import type { Result } from './result'
import { sendFile } from './send-file'

/** Sends a photo kept on this phone; sending it again is harmless. `progress` gets 0 to 1. */
export const uploadPhoto = (
  id: string,
  progress?: (part: number) => void,
): Promise<Result<RouteReply<'PUT /api/photos/:photoId'>>> =>
  sendFile(localPhotos, { id, path: `/api/photos/${id}`, gone: 'not-a-photo' }, progress)
