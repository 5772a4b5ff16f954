import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteBody, RouteName, RouteParams, RouteQuery, RouteReply, Routes } from '@/contract/routes'
import type { WhoByAccess } from '../access'
import type { CachedResponse } from './cached-response'

/** A request that passed its guard and its schema. */
export interface Call<N extends RouteName> {
  params: RouteParams<N>
  query: RouteQuery<N>
  body: RouteBody<N>
  who: WhoByAccess[Routes[N]['access']]
  request: FastifyRequest
  reply: FastifyReply
}

/** A read may hand over what is ready, at once: a promise would only make it wait. */
type Answer<N extends RouteName> = N extends `GET ${string}`
  ? CachedResponse | Promise<RouteReply<N> | CachedResponse>
  : Promise<RouteReply<N>>

type Handler<N extends RouteName> = (call: Call<N>) => Answer<N>

/** What the server does for every route of the table. */
export type Handlers = { [N in RouteName]: Handler<N> }
