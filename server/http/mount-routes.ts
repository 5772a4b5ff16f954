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
import type { TextWriter } from '@/domain/content'
import { type AuthByAccess, guards } from '../access'
import { ApiError } from '../api-error'
import type { AppDependencies } from '../dependencies'
import type { Content } from '../modules/content/content'
import { textsOf } from '../modules/content/route-texts'
import { type HelpedWrite, stampHelp } from '../modules/helps/stamp-help'
import { findActingHelps } from '../modules/helps/store'
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
  content: Content
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

/** The side that the caller of a route stands on, by the role by which the route admits her. */
const sideByRole: Partial<Record<Role, TextWriter>> = {
  ...{ owner: 'shop', opener: 'shop', helper: 'shop', buyer: 'buyer' },
}

/** The same for routes that admit everybody who is signed in, and answer what is the caller's own. */
const sideByRoute: Partial<Record<RouteName, TextWriter>> = {
  'GET /api/me/shops': 'shop',
  'GET /api/me/orders': 'buyer',
  'PUT /api/shops/:shopId/orders/:orderId': 'buyer',
  // whoever takes a draft or a shop goes on with its texts
  'POST /api/handover-codes/read': 'shop',
  'POST /api/handover-codes/accept': 'shop',
}

/** Returns whose texts the caller reads although they are hidden from others. An open route asks who manages the shop. */
async function readerSide(
  { deps: { db, clock } }: RouteContext,
  name: RouteName,
  { auth, params }: FastifyRequest,
): Promise<TextWriter | undefined> {
  if (auth && 'role' in auth) return sideByRole[auth.role]
  if (!auth || !('caller' in auth)) return sideByRoute[name]
  const shopId = params !== null && typeof params === 'object' ? Reflect.get(params, 'shopId') : undefined
  const caller = typeof shopId === 'string' ? await auth.caller() : null
  if (!caller) return undefined
  const { accountId, ownsShop } = caller
  const isManager =
    ownsShop || (await findActingHelps(db.query, { accountId, shopId, now: clock() })).length > 0
  return isManager ? 'shop' : undefined
}

/** Returns a reply without the texts that are hidden from its reader. */
async function shownTo<T>(
  context: RouteContext,
  name: RouteName,
  request: FastifyRequest,
  answer: T,
  part?: 'failure',
): Promise<T> {
  const { content } = context
  if (!content.hidden.isUsed || !textsOf(name, part ?? 'reply')) return answer
  return content.show(name, answer, await readerSide(context, name, request), part)
}

/** Handles a GET: sends the result with an ETag, or 304 when the client has it. */
function createReadHandler(context: RouteContext, name: RouteName): RouteHandlerMethod {
  const handler = context.handlers[name] as AnyHandler
  const policy = CONTAINS_ORDERS.test(name) ? 'never' : 'private'
  return (request, reply) => {
    const send = async (answer: unknown) => {
      if (answer instanceof CachedResponse) return answer.send(request, reply)
      const shown = await shownTo(context, name, request, answer)
      const text = translated(name, reply, shown) ?? String(reply.serialize(shown))
      return sendWithEtag(request, reply, text, policy)
    }
    const answer = handler(callOf(request, reply))
    if (answer instanceof CachedResponse) return answer.send(request, reply)
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
  const { content, storefronts } = context
  const handler = stampHelpers(context, name)
  return async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      const written = await handler(callOf(request, reply))
      storefronts.invalidateFor(request)
      const { auth, params, body } = request
      if (auth && 'accountId' in auth)
        await content.record({ name, params, body, reply: written, accountId: auth.accountId })
      const answer = await shownTo(context, name, request, written)
      const text = translated(name, reply, answer)
      if (text === undefined) return answer
      return reply.type(JSON_TYPE).serializer(String).send(text)
    } catch (error) {
      if (!(error instanceof ApiError)) storefronts.invalidateFor(request)
      else if (error.details.current !== undefined) {
        const current = await shownTo(context, name, request, error.details.current, 'failure')
        throw new ApiError(error.code, { ...error.details, current })
      }
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
