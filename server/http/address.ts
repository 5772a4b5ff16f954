import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** The first half of an IPv6 address: one household has all of the other half to itself. */
function networkOf(ip: string): string {
  const [left = '', right] = ip.split('::')
  const before = left.split(':').filter(Boolean)
  const after = right?.split(':').filter(Boolean) ?? []
  const between = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(between).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':').toLowerCase()}::/64`
}

/** Where a request comes from. */
export type Caller = Pick<FastifyRequest, 'ip' | 'raw'>

/** What limits count by: an IPv4 address, or the network of an IPv6 one. What a proxy passed on that is none does not count. */
export function addressOf({ ip, raw }: Caller): string {
  const kind = isIP(ip)
  if (kind === 4) return ip
  if (kind === 0) return raw.socket.remoteAddress ?? ''
  return MAPPED.exec(ip)?.[1] ?? networkOf(ip)
}
