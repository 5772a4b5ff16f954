import { MAX_VOICE_BYTES } from '@/domain/voice'
import type { Call, Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import type { AppBase } from '../../server-module'
import { storeVoice } from './store-voice'

export function voiceHandlers({ content, deps, uploads }: Pick<AppBase, 'content' | 'deps' | 'uploads'>) {
  type Uploading = Pick<Call<'PUT /api/voices/:voiceId'>, 'params' | 'auth' | 'request' | 'reply'>
  const upload = (call: Uploading) =>
    uploads.receive(call, MAX_VOICE_BYTES, (bytes, turn) =>
      storeVoice({ ...deps, content }, turn, {
        id: call.params.voiceId,
        accountId: call.auth.accountId,
        address: getClientAddress(call.request),
        bytes,
      }),
    )
  return {
    'PUT /api/voices/:voiceId': upload,
    'POST /api/voices/:voiceId': upload,
  } satisfies Partial<Handlers>
}
