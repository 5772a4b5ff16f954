import type { RouteReply } from '@/contract/routes'
import { localVoices } from '@/platform/audio/voices'
import type { Result } from './result'
import { sendFile } from './send-file'

/** Uploads a voice stored on this phone; repeating an upload is safe. `progress` receives 0 to 1. */
export const uploadVoice = (
  id: string,
  progress?: (fraction: number) => void,
): Promise<Result<RouteReply<'PUT /api/voices/:voiceId'>>> =>
  sendFile(localVoices, { id, path: `/api/voices/${id}`, missing: 'not-a-voice' }, progress)
