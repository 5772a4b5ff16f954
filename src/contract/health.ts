import { Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact, OneOf, SlugShape, Words } from './shapes'

/** Who runs an installation, and the numbers under which its site is filed. */
export const OperatorShape = Exact({
  name: Words(1, 60),
  /** A phone number, address or e-mail address. */
  contact: Words(1, 100),
  /** Of the Ministry of Industry and Information Technology (ICP 备案). */
  icp: Type.Optional(Words(1, 60)),
  /** Of the police (公安联网备案). */
  police: Type.Optional(Words(1, 60)),
})

export const healthRoutes = {
  'GET /api/health': {
    summary:
      'The server runs and its database answers. `exampleShop`: the slug of a shop that this installation shows as an example. `operator`: who runs it.',
    access: 'anyone',
    reply: Exact({
      ok: Type.Boolean(),
      version: Type.String(),
      world: Type.String(),
      /** Present when the data disk is below the storage reserve: uploads and new shops are rejected, all else works. */
      storage: Type.Optional(OneOf(['low'])),
      exampleShop: Type.Optional(SlugShape),
      operator: Type.Optional(OperatorShape),
    }),
  },
} as const satisfies Record<string, Route>
