import type { FastifyRequest } from 'fastify'
import type { WorldSettings } from '../parts'

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/i

/**
 * The address people reach this server by, without a slash at its end. Without a setting it is what the request says,
 * as far as that can be a host: it goes into pages and links.
 */
export function originOf(settings: WorldSettings, request: FastifyRequest): string {
  if (settings.publicUrl !== undefined) return settings.publicUrl
  const scheme = request.protocol === 'https' ? 'https' : 'http'
  return `${scheme}://${HOST.test(request.host) ? request.host : 'localhost'}`
}
