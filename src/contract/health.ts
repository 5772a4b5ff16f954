import { Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact, OneOf, SlugShape } from './shapes'

export const healthRoutes = {
  'GET /api/health': {
    summary:
      'The server runs and its database answers. `exampleShop`: the slug of a shop that this installation shows as an example.',
    access: 'anyone',
    reply: Exact({
      ok: Type.Boolean(),
      version: Type.String(),
      world: Type.String(),
      /** Present when the data disk is below the storage reserve: uploads and new shops are rejected, all else works. */
      storage: Type.Optional(OneOf(['low'])),
      exampleShop: Type.Optional(SlugShape),
    }),
  },
} as const satisfies Record<string, Route>
