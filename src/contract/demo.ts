import { type Static, Type } from '@sinclair/typebox'
import { CentreParams } from './centres'
import type { Route } from './route'
import { Exact, IdShape, MomentShape, SlugShape } from './shapes'

/** The sites of a demo world: the seller's phone and the buyer's, each with an origin of its own. */
const PhonesShape = Exact({ seller: Type.String(), buyer: Type.String() })

export const DemoWorldShape = Exact({
  /** False while the world is prepared or reset. */
  isReady: Type.Boolean(),
  /** The step that is under way while it is prepared, from 1; more answers follow as long as it changes. */
  step: Type.Optional(Type.Integer({ minimum: 1 })),
  resetAt: Type.Optional(MomentShape),
  /** The addresses of both phones for the browser that sends the request. */
  here: PhonesShape,
  /** The same for other phones: in the local network when the browser uses a loopback address. */
  elsewhere: PhonesShape,
  /** A sample shop with orders, and the key that makes a phone its seller's. */
  shop: Type.Optional(Exact({ slug: SlugShape, key: Type.String() })),
  /** The name of the network that phones join. */
  networkName: Type.Optional(Type.String()),
})

export const demoRoutes = {
  'GET /api/centres/:centre/demo': {
    summary: 'My demo world, if it runs: sealed from this server, and full of samples.',
    access: 'trainer',
    params: CentreParams,
    reply: Exact({ world: Type.Optional(DemoWorldShape) }),
  },
  'PUT /api/centres/:centre/demo': {
    summary: 'Start my demo world, or find it. Repeat the request until the world is ready.',
    access: 'trainer',
    params: CentreParams,
    reply: DemoWorldShape,
  },
  'POST /api/centres/:centre/demo/resets': {
    summary: 'Reset my demo world to its samples. The same id again resets nothing.',
    access: 'trainer',
    params: CentreParams,
    body: Exact({ id: IdShape }),
    reply: DemoWorldShape,
  },
  'DELETE /api/centres/:centre/demo': {
    summary: 'Stop my demo world and delete everything in it.',
    access: 'trainer',
    params: CentreParams,
    reply: Exact({ removed: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>

export type DemoWorld = Static<typeof DemoWorldShape>
