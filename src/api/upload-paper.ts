import type { RouteReply } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { localPhotos } from '@/platform/media/photos'
import type { Result } from './result'
import { sendFile } from './send-file'

/** Passes a photo of a paper stored on this phone on to WeChat Pay, which names it. `progress` receives 0 to 1. */
export const uploadPaper = (
  shopId: Id,
  id: Id,
  progress?: (fraction: number) => void,
): Promise<Result<RouteReply<'POST /api/shops/:shopId/payment-application/papers'>>> =>
  sendFile(
    localPhotos,
    { id, path: `/api/shops/${shopId}/payment-application/papers`, missing: 'not-a-photo' },
    progress,
  )
