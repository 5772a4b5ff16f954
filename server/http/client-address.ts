import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** Returns the /64 network of an IPv6 address, as one household controls all addresses of such a network. */
function networkOf(ip: string): string {
  const [head = '', tail] = ip.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const between = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(between).fill('0'), ...after]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

/** The parts of a request from which the client's address is derived. */
export type ClientRequest = Pick<FastifyRequest, 'ip' | 'raw'>

/**
 * Returns the address that rate limits count by: an IPv4 address or an IPv6 /64 network; the socket's address when a proxy sent
 * an invalid one.
 */
export function getClientAddress({ ip, raw }: ClientRequest): string {
  const kind = isIP(ip)
  if (kind === 4) return ip
  if (kind === 0) return raw.socket.remoteAddress ?? ''
  return MAPPED.exec(ip)?.[1] ?? networkOf(ip)
}
