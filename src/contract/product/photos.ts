import { Type } from '@sinclair/typebox'
import { COLOR_PATTERN } from '@/domain/look/theme'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import type { Route } from '../route'
import { Exact, IdShape } from '../shapes'

export const PhotoShape = Exact({ id: IdShape, hash: Type.String({ pattern: '^[0-9a-f]{32}$' }) })

const upload = {
  summary:
    'Store a photo (JPEG, PNG or WebP, at most 8 MB) under an id its sender made; sending it again answers the same.',
  access: 'signed-in',
  params: Exact({ photoId: IdShape }),
  upload: MAX_PHOTO_BYTES,
  reply: Exact({
    id: IdShape,
    hash: Type.String(),
    sizes: Type.Array(Exact({ width: Type.Integer(), url: Type.String() })),
  }),
} as const satisfies Route

/** `POST` is an alias of `PUT`: mini-programs can upload files only with `POST`. */
export const photoRoutes = {
  'GET /api/photos/:photoId/seed': {
    summary:
      "The colour of the goods in a photo of one's own, to make a shop's colours of; earth where the photo has no colour.",
    access: 'signed-in',
    params: Exact({ photoId: IdShape }),
    reply: Exact({ seed: Type.String({ pattern: COLOR_PATTERN }) }),
  },
  'PUT /api/photos/:photoId': upload,
  'POST /api/photos/:photoId': upload,
} as const
