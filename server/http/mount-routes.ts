import type { TSchema } from '@sinclair/typebox'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
  onRequestHookHandler,
  preHandlerHookHandler,
  RouteHandlerMethod,
} from 'fastify'
import type { Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { type Access, admittedRoles, type HelpRole, helpRoles, type Role } from '@/domain/access'
import { API_VERSION } from '@/domain/api-version'
import { type AuthByAccess, guards } from '../access'
import { ApiError } from '../api-error'
import type { AppDependencies } from '../dependencies'
import { type HelpedWrite, stampHelp } from '../modules/helps/stamp-help'
import { parseFileUploads } from './body-parsers'
import { CachedResponse } from './cache/cached-response'
import { JSON_TYPE, sendWithEtag } from './cache/etag'
import type { StorefrontCache } from './cache/storefront-cache'
import type { Call, Handlers } from './call'
import type { Limits } from './limits/limits'
import { ClientVersions } from './released-clients/client-version'
import { translationOf } from './released-clients/replies'

const INTEGER = /^-?[0-9]{1,15}$/

/** Returns a hook that converts query parameters to integers where the schema expects them; validation handles the rest. */
function coerceIntegers(schema: TSchema) {
  const properties: Record<string, TSchema> = schema.properties ?? {}
  const numbers = Object.keys(properties).filter((name) => properties[name]?.type === 'integer')
  return (request: FastifyRequest, _: unknown, done: () => void) => {
    const query = request.query as Record<string, unknown>
    for (const name of numbers) {
      const text = query[name]
      if (typeof text === 'string' && INTEGER.test(text)) query[name] = Number(text)
    }
    done()
  }
}

type Auth = AuthByAccess[Access]
type AnyHandler = (call: Call<RouteName>) => unknown

declare module 'fastify' {
  interface FastifyRequest {
    auth: Auth | undefined
    /** The version of the API that the client speaks; set before the handler runs. */
    apiVersion: number
  }
}

interface RouteContext {
  deps: AppDependencies
  handlers: Handlers
  limits: Limits
  storefronts: StorefrontCache
}

interface MountContext extends RouteContext {
  versions: ClientVersions
}

export const parseRouteName = (name: string): { method: HTTPMethods; url: string } => {
  const [method, url] = name.split(' ') as [HTTPMethods, string]
  return { method, url }
}

const schemaOf = (route: Route) => ({
  ...(route.params ? { params: route.params } : {}),
  ...(route.query ? { querystring: route.query } : {}),
  ...(route.body ? { body: route.body } : {}),
  response: { 200: route.reply },
})

/** Mounts all routes of the route table: rate limits, guard, validation, handler, filtered response. */
export function mountRoutes(app: FastifyInstance, routeContext: RouteContext): void {
  const context = { ...routeContext, versions: new ClientVersions() }
  app.decorateRequest('auth', undefined)
  app.decorateRequest('apiVersion', API_VERSION)
  const names = Object.keys(routes) as RouteName[]
  const acceptsFiles = (name: RouteName) => 'upload' in routes[name]
  for (const name of names) if (!acceptsFiles(name)) mountRoute(app, context, name)
  const mountUploads = async (scope: FastifyInstance) => {
    await parseFileUploads(scope)
    for (const name of names.filter(acceptsFiles)) mountRoute(scope, context, name)
  }
  // Fastify would look for a plugin without this name among all loaded modules
  app.register(Object.assign(mountUploads, { [Symbol.for('fastify.display-name')]: 'uploads' }))
}

function mountRoute(app: FastifyInstance, context: MountContext, name: RouteName) {
  const route: Route = routes[name]
  app.route({
    ...parseRouteName(name),
    schema: schemaOf(route),
    onRequest: checkLimitsAndAccess(context, name),
    ...(route.query ? { preValidation: coerceIntegers(route.query) } : {}),
    preHandler: readVersion(context, name),
    handler: name.startsWith('GET ') ? createReadHandler(context, name) : createWriteHandler(context, name),
    ...(route.upload === undefined ? {} : { bodyLimit: route.upload + 64 * 1024 }),
  })
}

const isHelpRole = (role: Role): role is HelpRole => helpRoles.some((one) => one === role)

/** Applies rate limits and guard before the body is read; stays synchronous when both do. */
function checkLimitsAndAccess({ deps, limits }: RouteContext, name: RouteName): onRequestHookHandler {
  const { access } = routes[name]
  const guard = guards[access]
  return (request, _, done) => {
    const counted = access === 'anyone' ? limits.visit(name, request) : undefined
    const auth = guard(deps, request, (caller) => limits.caller(name, request, caller))
    const enter = (caller: Auth) => {
      request.auth = caller
    }
    if (counted instanceof Promise || auth instanceof Promise)
      return void Promise.all([auth, counted])
        .then(([caller]) => enter(caller))
        .then(() => done(), done)
    enter(auth)
    done()
  }
}

/** Finds out the version that the client speaks, which its body may show. */
function readVersion({ versions }: MountContext, name: RouteName): preHandlerHookHandler {
  return (request, _, done) => {
    request.apiVersion = versions.versionOf(name, request)
    done()
  }
}

/** The text of a reply for a released client, or `undefined` when it reads the reply as it is. */
function translated(name: RouteName, reply: FastifyReply, answer: unknown): string | undefined {
  const translate = translationOf(reply.request.apiVersion, name)
  return translate?.(String(reply.serialize(answer)))
}

/** Handles a GET: sends the result with an ETag, or 304 when the client has it. */
function createReadHandler({ handlers }: RouteContext, name: RouteName): RouteHandlerMethod {
  const handler = handlers[name] as AnyHandler
  const policy = CONTAINS_ORDERS.test(name) ? 'never' : 'private'
  return (request, reply) => {
    const send = (answer: unknown) =>
      answer instanceof CachedResponse
        ? answer.send(request, reply)
        : sendWithEtag(
            request,
            reply,
            translated(name, reply, answer) ?? String(reply.serialize(answer)),
            policy,
          )
    const answer = handler(callOf(request, reply))
    return answer instanceof Promise ? answer.then(send) : send(answer)
  }
}

/** Orders contain names, phones and addresses, so caches must not store them. */
const CONTAINS_ORDERS = /\/(orders|today|waiting)\b/

/**
 * Handles a write and invalidates the shop's cached storefront, unless the write was rejected: then nothing changed, and
 * invalid orders cannot be used to empty the cache.
 */
function createWriteHandler(context: RouteContext, name: RouteName): RouteHandlerMethod {
  const { storefronts } = context
  const handler = stampHelpers(context, name)
  return async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      const answer = await handler(callOf(request, reply))
      storefronts.invalidateFor(request)
      const text = translated(name, reply, answer)
      if (text === undefined) return answer
      return reply.type(JSON_TYPE).serializer(String).send(text)
    } catch (error) {
      if (!(error instanceof ApiError)) storefronts.invalidateFor(request)
      throw error
    }
  }
}

/** Enters what helpers do in the log of their shop. @throws Error when a route that admits them does not say what it does. */
function stampHelpers({ deps, handlers }: RouteContext, name: RouteName): AnyHandler {
  const handler = handlers[name] as AnyHandler
  const { access, help: action }: Route = routes[name]
  if (!admittedRoles[access].some(isHelpRole)) return handler
  if (!action) throw new Error(`${name} admits helpers and needs the entry "help" for the log.`)
  return (call) => {
    const { auth, params, body } = call as HelpedCall
    if (!isHelpRole(auth.role)) return handler(call)
    return stampHelp(deps, { action, accountId: auth.accountId, params, body }, async () => handler(call))
  }
}

type HelpedCall = Pick<HelpedWrite, 'params' | 'body'> & { auth: { accountId: string; role: Role } }

const callOf = (request: FastifyRequest, reply: FastifyReply) =>
  ({
    params: request.params,
    query: request.query,
    body: request.body,
    auth: request.auth,
    request,
    reply,
  }) as Call<RouteName>
