import type { RouteReply } from '@/contract/routes'
import { localVoices } from '@/platform/audio/voices'
import type { Result } from './result'
import { sendFile } from './send-file'

/** Sends a voice kept on this phone; sending it again is harmless. `progress` gets 0 to 1. */
export const uploadVoice = (
  id: string,
  progress?: (part: number) => void,
): Promise<Result<RouteReply<'PUT /api/voices/:voiceId'>>> =>
  sendFile(localVoices, { id, path: `/api/voices/${id}`, gone: 'not-a-voice' }, progress)
