import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
  onRequestHookHandler,
  RouteHandlerMethod,
} from 'fastify'
import type { Access, Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { guards, type WhoByAccess } from '../access'
import { ApiError } from '../api-error'
import type { AppDependencies } from '../dependencies'
import type { Storefronts } from '../modules/storefronts/storefronts'
import { takeFiles } from './bodies'
import { CachedResponse } from './cached-response'
import type { Call, Handlers } from './call'
import { sendRead } from './etag'
import type { Limits } from './limits'
import { readNumbers } from './query'

type Who = WhoByAccess[Access]
type AnyHandler = (call: Call<RouteName>) => unknown

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, once the guard let them in. */
    who: Who | undefined
  }
}

interface Mounting {
  deps: AppDependencies
  handlers: Handlers
  limits: Limits
  storefronts: Storefronts
}

export const splitName = (name: string): { method: HTTPMethods; url: string } => {
  const [method, url] = name.split(' ') as [HTTPMethods, string]
  return { method, url }
}

const schemaOf = (route: Route) => ({
  ...(route.params ? { params: route.params } : {}),
  ...(route.query ? { querystring: route.query } : {}),
  ...(route.body ? { body: route.body } : {}),
  response: { 200: route.reply },
})

/** Mounts the whole route table: limits, guard, validation, handler, filtered reply. */
export function mount(app: FastifyInstance, mounting: Mounting): void {
  app.decorateRequest('who', undefined)
  const names = Object.keys(routes) as RouteName[]
  const takesFiles = (name: RouteName) => 'upload' in routes[name]
  for (const name of names) if (!takesFiles(name)) mountOne(app, mounting, name)
  app.register(async (scope) => {
    await takeFiles(scope)
    for (const name of names.filter(takesFiles)) mountOne(scope, mounting, name)
  })
}

function mountOne(app: FastifyInstance, mounting: Mounting, name: RouteName) {
  const route: Route = routes[name]
  app.route({
    ...splitName(name),
    schema: schemaOf(route),
    onRequest: entrance(mounting, name),
    ...(route.query ? { preValidation: readNumbers(route.query) } : {}),
    handler: name.startsWith('GET ') ? reading(mounting, name) : writing(mounting, name),
    ...(route.upload === undefined ? {} : { bodyLimit: route.upload + 64 * 1024 }),
  })
}

const isOwner = (name: RouteName, caller: Who): boolean =>
  routes[name].access === 'owner' || ('role' in caller && caller.role === 'owner')

/** Limits and guard, before anything of the body is read. Where nothing has to be looked up, nothing is awaited. */
function entrance({ deps, limits }: Mounting, name: RouteName): onRequestHookHandler {
  const guard = guards[routes[name].access]
  return (request, _, done) => {
    limits.address(name, request)
    const who = guard(deps, request)
    const enter = (caller: Who) => {
      if ('accountId' in caller) limits.account(name, caller.accountId, isOwner(name, caller))
      request.who = caller
    }
    if (who instanceof Promise) return void who.then(enter).then(() => done(), done)
    enter(who)
    done()
  }
}

/** A read's answer: with its version, and not sent again to whoever has that. */
function reading({ handlers }: Mounting, name: RouteName): RouteHandlerMethod {
  const handler = handlers[name] as AnyHandler
  const store = HOLDS_ORDERS.test(name) ? 'never' : 'private'
  return (request, reply) => {
    const send = (answer: unknown) =>
      answer instanceof CachedResponse
        ? answer.send(request, reply)
        : sendRead(request, reply, String(reply.serialize(answer)), store)
    const answer = handler(callOf(request, reply))
    return answer instanceof Promise ? answer.then(send) : send(answer)
  }
}

/** Orders hold names, phones and addresses. */
const HOLDS_ORDERS = /\/(orders|today)\b/

/**
 * A write's answer. What was kept of its shop is forgotten, unless the write was refused: then nothing was written, and nobody
 * empties the cache by orders that cannot be placed.
 */
function writing({ handlers, storefronts }: Mounting, name: RouteName): RouteHandlerMethod {
  const handler = handlers[name] as AnyHandler
  return async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      const answer = await handler(callOf(request, reply))
      storefronts.forget(request)
      return answer
    } catch (error) {
      if (!(error instanceof ApiError)) storefronts.forget(request)
      throw error
    }
  }
}

const callOf = (request: FastifyRequest, reply: FastifyReply) =>
  ({
    params: request.params,
    query: request.query,
    body: request.body,
    who: request.who,
    request,
    reply,
  }) as Call<RouteName>
