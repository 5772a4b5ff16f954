import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Access, Route } from '@/contract/route'
import { type RouteName, routes } from '@/contract/routes'
import { MAX_PHOTO_BYTES } from '@/domain/photo'
import { guards, type WhoByAccess } from '../access'
import type { Storefronts } from '../modules/storefronts/storefronts'
import type { Parts } from '../parts'
import type { Call, Handlers } from './call'
import { answerRead } from './etag'
import type { Limits } from './limits'
import { readNumbers } from './query'
import { Ready } from './ready'

type Who = WhoByAccess[Access]
type AnyHandler = (call: Call<RouteName>) => Promise<unknown>

interface Mounting {
  parts: Parts
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

/** Answers are data: no browser shall run, frame or guess anything in them. */
const answersOnly = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/** Mounts the whole route table: limits, guard, validation, handler, filtered reply. */
export function mount(app: FastifyInstance, mounting: Mounting): void {
  for (const name of Object.keys(routes) as RouteName[]) mountOne(app, mounting, name)
}

function mountOne(app: FastifyInstance, mounting: Mounting, name: RouteName) {
  const { parts, handlers, limits, storefronts } = mounting
  const route: Route = routes[name]
  const handler = handlers[name] as AnyHandler
  const who = new WeakMap<FastifyRequest, Who>()
  const reads = name.startsWith('GET ')
  app.route({
    ...splitName(name),
    schema: schemaOf(route),
    helmet: false,
    onRequest: async (request, reply) => {
      reply.headers(answersOnly)
      limits.address(name, request)
      const caller = await guards[route.access](parts, request)
      if ('accountId' in caller) limits.account(name, caller.accountId)
      who.set(request, caller)
    },
    ...(route.query ? { preValidation: readNumbers(route.query) } : {}),
    handler: async (request, reply) => {
      const answer = await handler(callOf(request, reply, who.get(request))).finally(() => {
        if (!reads) storefronts.forget(request)
      })
      if (!reads) reply.header('cache-control', 'no-store')
      return answer instanceof Ready ? answer.send(request, reply) : answer
    },
    ...(reads ? { onSend: answerRead } : {}),
    ...(route.upload ? { bodyLimit: MAX_PHOTO_BYTES + 64 * 1024 } : {}),
  })
}

const callOf = (request: FastifyRequest, reply: FastifyReply, who: Who | undefined) =>
  ({
    params: request.params,
    query: request.query,
    body: request.body,
    who,
    request,
    reply,
  }) as Call<RouteName>
