import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AppSettings } from '../dependencies'

const HOST = /^([a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::([0-9]{1,5}))?$/
/** The ending of an `ALLOWED_HOSTS` entry that allows every port. */
const ANY_PORT = ':*'

const machine = hostname().toLowerCase()
/** Names of this machine in its local network. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]', machine, `${machine}.local`]

type OriginRequest = Pick<FastifyRequest, 'host' | 'protocol' | 'socket' | 'server' | 'log'>

/** Returns the local address of the request's connection as a host name. */
function localAddress({ socket }: OriginRequest): string | undefined {
  const address = socket?.localAddress?.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  return address !== undefined && isIP(address) === 6 ? `[${address.toLowerCase()}]` : address
}

function isKnown(host: string, { allowedHosts }: AppSettings, request: OriginRequest): boolean {
  const [, name = '', port = ''] = HOST.exec(host) ?? []
  if (name === '') return false
  if (allowedHosts.includes(host) || allowedHosts.includes(name + ANY_PORT)) return true
  const isName = [...LOCAL_NAMES, ...allowedHosts, localAddress(request)].includes(name)
  return isName && ['', '80', '443', String(request.socket?.localPort)].includes(port)
}

/** Returns the host for links when the request's own host is unknown. */
function fallbackHost({ allowedHosts }: AppSettings, request: OriginRequest): string {
  const named = allowedHosts.find((host) => !host.endsWith(ANY_PORT))
  const port = request.socket?.localPort
  return named ?? `${localAddress(request) ?? 'localhost'}${port === undefined ? '' : `:${port}`}`
}

/** Apps that have logged the warning about an unknown host. */
const warned = new WeakSet<FastifyInstance>()

/**
 * Returns the public origin for pages and links, without a trailing slash: `PUBLIC_URL`, or the request's host if it is an
 * allowed one. An unknown `Host` header is untrusted input and never becomes part of a link.
 */
export function resolveOrigin(settings: AppSettings, request: OriginRequest): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl
  const scheme = request.protocol === 'https' ? 'https' : 'http'
  const host = request.host.toLowerCase()
  if (isKnown(host, settings, request)) return `${scheme}://${host}`
  const fallback = `${scheme}://${fallbackHost(settings, request)}`
  if (!warned.has(request.server)) {
    warned.add(request.server)
    request.log.warn(
      `A request asked for a host that is not known, so its links begin with ${fallback}. If people use another address, set PUBLIC_URL, or name it in ALLOWED_HOSTS.`,
    )
  }
  return fallback
}
