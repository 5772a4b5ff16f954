import type { RouteReply } from '@/contract/routes'
import { assetUrl } from '@/platform/asset-url'
import { UnreadablePhoto } from '@/platform/local-photo'
import { localPhotos } from '@/platform/photos'
import { signIn } from '@/platform/sign-in'
import { failure, type Result, readReply } from './result'
import { ensureSession } from './session'

/** Sends a photo kept on this phone; sending it again is harmless. `progress` gets 0 to 1. */
export async function uploadPhoto(
  id: string,
  progress?: (part: number) => void,
): Promise<Result<RouteReply<'PUT /api/photos/:photoId'>>> {
  const session = await ensureSession()
  if (!session.ok) return session
  try {
    return readReply(await localPhotos.upload(id, assetUrl(`/api/photos/${id}`), signIn.token(), progress))
  } catch (error) {
    if (error instanceof UnreadablePhoto) return failure('not-a-photo')
    return failure('offline')
  }
}
