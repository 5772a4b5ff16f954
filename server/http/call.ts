import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteBody, RouteName, RouteParams, RouteQuery, RouteReply, Routes } from '@/contract/routes'
import type { AuthByAccess } from '../access'
import type { CachedResponse } from './cache/cached-response'

/** A validated request of route `N`, with its authenticated caller. */
export interface Call<N extends RouteName> {
  params: RouteParams<N>
  query: RouteQuery<N>
  body: RouteBody<N>
  auth: AuthByAccess[Routes[N]['access']]
  request: FastifyRequest
  reply: FastifyReply
}

/** A GET handler may also return a cached response, synchronously to avoid the delay of a promise. */
type Result<N extends RouteName> = N extends `GET ${string}`
  ? CachedResponse | Promise<RouteReply<N> | CachedResponse>
  : Promise<RouteReply<N>>

type Handler<N extends RouteName> = (call: Call<N>) => Result<N>

export type Handlers = { [N in RouteName]: Handler<N> }
