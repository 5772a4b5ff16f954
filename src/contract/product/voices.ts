import { Type } from '@sinclair/typebox'
import { MAX_VOICE_BYTES, MAX_VOICE_MS } from '@/domain/voice'
import type { Route } from '../route'
import { Exact, IdShape } from '../shapes'

export const VoiceShape = Exact({
  id: IdShape,
  hash: Type.String(),
  ms: Type.Integer({ minimum: 1, maximum: MAX_VOICE_MS }),
})

const upload = {
  summary:
    'Store a spoken greeting (MP3, at most 60 seconds and 512 KB) under an id its sender made; sending it again answers the same. Only its sound is kept; `ms` is how long it is.',
  access: 'signed-in',
  params: Exact({ voiceId: IdShape }),
  upload: MAX_VOICE_BYTES,
  reply: Exact({ ...VoiceShape.properties, url: Type.String() }),
} as const satisfies Route

/** `POST` is an alias of `PUT`: mini-programs can upload files only with `POST`. */
export const voiceRoutes = {
  'PUT /api/voices/:voiceId': upload,
  'POST /api/voices/:voiceId': upload,
} as const
