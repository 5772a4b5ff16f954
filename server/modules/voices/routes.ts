import { MAX_VOICE_BYTES } from '@/domain/voice'
import type { Call, Handlers } from '../../http/call'
import { fileOf } from '../../http/file-of'
import type { Parts } from '../../parts'
import type { Queue } from '../media/queue'
import { Uploads } from '../media/uploads'
import { storeVoice } from './store-voice'

export function voiceHandlers(parts: Parts, queue: Queue) {
  type Uploading = Pick<Call<'PUT /api/voices/:voiceId'>, 'params' | 'who' | 'request'>
  const uploads = new Uploads()
  const upload = ({ params: { voiceId }, who: { accountId }, request }: Uploading) =>
    uploads.take(accountId, async () =>
      storeVoice(parts, queue, { id: voiceId, accountId, bytes: await fileOf(request, MAX_VOICE_BYTES) }),
    )
  return {
    'PUT /api/voices/:voiceId': upload,
    'POST /api/voices/:voiceId': upload,
  } satisfies Partial<Handlers>
}
