import type { FastifyRequest } from 'fastify'
import type { WorldSettings } from '../parts'

/** The address people reach this server by, without a slash at its end. */
export const originOf = (settings: WorldSettings, request: FastifyRequest): string =>
  settings.publicUrl ?? `${request.protocol}://${request.host}`
