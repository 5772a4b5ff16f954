import type { FastifyRequest } from 'fastify'
import type { DemoWorld } from '@/contract/demo'
import type { AppSettings } from '../../dependencies'
import { lanAddresses } from '../../http/lan-addresses'
import { resolveOrigin } from '../../http/origin'

type Phones = DemoWorld['here']

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** The origins of a demo world's phones at a host; worlds are served by http, also where their server is reached by https. */
const atHost = (hostname: string, { seller, buyer }: { seller: number; buyer: number }): Phones => ({
  seller: `http://${hostname}:${seller}`,
  buyer: `http://${hostname}:${buyer}`,
})

/** Returns where the browser of a request finds the phones of a demo world, and where other phones in its network do. */
export function phoneOrigins(
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
