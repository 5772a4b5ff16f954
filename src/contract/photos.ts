import { Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact, IdShape } from './shapes'

export const PhotoShape = Exact({
  id: IdShape,
  hash: Type.String({ pattern: '^[0-9a-f]{32}$' }),
})

const upload = {
  summary:
    'Store a photo (JPEG, PNG or WebP, at most 8 MB) under an id its sender made; sending it again answers the same.',
  access: 'signed-in',
  params: Exact({ photoId: IdShape }),
  upload: true,
  reply: Exact({
    id: IdShape,
    hash: Type.String(),
    sizes: Type.Array(Exact({ width: Type.Integer(), url: Type.String() })),
  }),
} as const satisfies Route

/** `POST` is the same as `PUT`: a mini-program can only post files. */
export const photoRoutes = {
  'PUT /api/photos/:photoId': upload,
  'POST /api/photos/:photoId': upload,
} as const
