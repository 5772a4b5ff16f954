import { Type } from '@sinclair/typebox'
import type { Route } from './route'
import { Exact } from './shapes'

export const healthRoutes = {
  'GET /api/health': {
    summary: 'The server runs and its database answers.',
    access: 'anyone',
    reply: Exact({ ok: Type.Boolean(), version: Type.String(), world: Type.String() }),
  },
} as const satisfies Record<string, Route>
