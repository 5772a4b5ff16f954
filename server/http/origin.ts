import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WorldSettings } from '../dependencies'

const HOST = /^([a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::([0-9]{1,5}))?$/
/** An entry of the setting that allows every port of a name. */
const ANY_PORT = ':*'

const machine = hostname().toLowerCase()
/** What people in the network of this machine call it. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]', machine, `${machine}.local`]

type Asking = Pick<FastifyRequest, 'host' | 'protocol' | 'socket' | 'server' | 'log'>

/** The address of this machine that a connection came to, as a host. */
function addressIn({ socket }: Asking): string | undefined {
  const address = socket?.localAddress?.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  return address !== undefined && isIP(address) === 6 ? `[${address.toLowerCase()}]` : address
}

function isKnown(host: string, { allowedHosts }: WorldSettings, request: Asking): boolean {
  const [, name = '', port = ''] = HOST.exec(host) ?? []
  if (name === '') return false
  if (allowedHosts.includes(host) || allowedHosts.includes(name + ANY_PORT)) return true
  const isName = [...OWN_NAMES, ...allowedHosts, addressIn(request)].includes(name)
  return isName && ['', '80', '443', String(request.socket?.localPort)].includes(port)
}

/** Where people find this server when they asked for a host that is not known. */
function mainHost({ allowedHosts }: WorldSettings, request: Asking): string {
  const named = allowedHosts.find((host) => !host.endsWith(ANY_PORT))
  const port = request.socket?.localPort
  return named ?? `${addressIn(request) ?? 'localhost'}${port === undefined ? '' : `:${port}`}`
}

/** Apps that have logged that a host is not known. */
const noted = new WeakSet<FastifyInstance>()

/**
 * The address people reach this server by, without a slash at its end: it goes into pages and links. Without `PUBLIC_URL` it is
 * the host of the request, but only one of a few that this machine is known by. Everybody else's `Host` is a stranger's text.
 */
export function originOf(settings: WorldSettings, request: Asking): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl
  const scheme = request.protocol === 'https' ? 'https' : 'http'
  const host = request.host.toLowerCase()
  if (isKnown(host, settings, request)) return `${scheme}://${host}`
  const main = `${scheme}://${mainHost(settings, request)}`
  if (!noted.has(request.server)) {
    noted.add(request.server)
    request.log.warn(
      `A request asked for a host that is not known, so its links begin with ${main}. If people use another address, set PUBLIC_URL, or name it in ALLOWED_HOSTS.`,
    )
  }
  return main
}
