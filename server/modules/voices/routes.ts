import { MAX_VOICE_BYTES } from '@/domain/voice'
import type { AppDependencies } from '../../dependencies'
import { addressOf } from '../../http/address'
import type { Call, Handlers } from '../../http/call'
import type { Uploads } from '../media/uploads'
import { storeVoice } from './store-voice'

export function voiceHandlers(deps: AppDependencies, uploads: Uploads) {
  type Uploading = Pick<Call<'PUT /api/voices/:voiceId'>, 'params' | 'who' | 'request' | 'reply'>
  const upload = (call: Uploading) =>
    uploads.take(call, MAX_VOICE_BYTES, (bytes, turn) =>
      storeVoice(deps, turn, {
        id: call.params.voiceId,
        accountId: call.who.accountId,
        address: addressOf(call.request),
        bytes,
      }),
    )
  return {
    'PUT /api/voices/:voiceId': upload,
    'POST /api/voices/:voiceId': upload,
  } satisfies Partial<Handlers>
}
