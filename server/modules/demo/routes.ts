import type { FastifyRequest } from 'fastify'
import type { DemoWorld } from '@/contract/demo'
import { ApiError } from '../../api-error'
import type { AppDependencies, AppSettings } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { lanAddresses } from '../../http/lan-addresses'
import { resolveOrigin } from '../../http/origin'
import type { DemoWorlds, OfferedWorld } from './demo-worlds'

type Phones = DemoWorld['here']

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** The origins of a demo world's phones at a host; worlds are served by http, also where their server is reached by https. */
const atHost = (hostname: string, { seller, buyer }: { seller: number; buyer: number }): Phones => ({
  seller: `http://${hostname}:${seller}`,
  buyer: `http://${hostname}:${buyer}`,
})

/** Returns where the browser of a request finds the phones of a demo world, and where other phones in its network do. */
function phoneOrigins(
  settings: AppSettings,
  request: FastifyRequest,
  ports: { seller: number; buyer: number },
): { here: Phones; elsewhere: Phones } {
  const template = settings.demo?.origins
  if (template !== undefined) {
    const at = (port: number) => template.replace('{port}', String(port))
    const phones = { seller: at(ports.seller), buyer: at(ports.buyer) }
    return { here: phones, elsewhere: phones }
  }
  const { hostname } = new URL(resolveOrigin(settings, request))
  const [lan] = LOOPBACK.test(hostname) ? lanAddresses() : []
  return { here: atHost(hostname, ports), elsewhere: atHost(lan ?? hostname, ports) }
}

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
