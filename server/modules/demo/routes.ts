import type { FastifyRequest } from 'fastify'
import type { DemoWorld } from '@/contract/demo'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { resolveOrigin } from '../../http/origin'
import type { DemoWorlds, OfferedWorld } from './demo-worlds'
import { phoneOrigins } from './phone-origins'

/** Handles the demo worlds of trainers: every account has one, whatever the centre. */
export function demoHandlers({ settings, demoWorlds }: AppDependencies) {
  function requireWorlds(): DemoWorlds {
    if (!demoWorlds) throw new ApiError('demo-unavailable')
    return demoWorlds
  }

  const toReply = (
    { isReady, step, resetAt, ports, shop }: OfferedWorld,
    request: FastifyRequest,
  ): DemoWorld => {
    const networkName = settings.demo?.networkName
    return {
      isReady,
      ...(step === undefined ? {} : { step }),
      ...(resetAt === undefined ? {} : { resetAt }),
      ...phoneOrigins(settings, request, ports),
      ...(shop ? { shop } : {}),
      ...(networkName === undefined ? {} : { networkName }),
    }
  }

  return {
    'GET /api/centres/:centre/demo': async ({ auth, request }) => {
      const world = await requireWorlds().find(auth.accountId)
      return world ? { world: toReply(world, request) } : {}
    },
    'PUT /api/centres/:centre/demo': async ({ auth, request }) =>
      toReply(await requireWorlds().open(auth.accountId, resolveOrigin(settings, request)), request),
    'POST /api/centres/:centre/demo/resets': async ({ auth, body, request }) => {
      const origin = resolveOrigin(settings, request)
      return toReply(await requireWorlds().reset(auth.accountId, origin, body.id), request)
    },
    'DELETE /api/centres/:centre/demo': async ({ auth }) => ({
      removed: await requireWorlds().remove(auth.accountId),
    }),
  } satisfies Partial<Handlers>
}
