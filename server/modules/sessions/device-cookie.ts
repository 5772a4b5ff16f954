import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../refused'
import { SESSION_MS } from './store'

const NAME = 'kz_device'
const SENT = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{43})(?=;|$)`)
const SAFE = ['GET', 'HEAD', 'OPTIONS']

/** A page of another site may make the browser send the cookie; it may not make it act. */
function isForeign(request: FastifyRequest): boolean {
  const { origin } = request.headers
  if (origin === undefined || SAFE.includes(request.method)) return false
  try {
    return new URL(origin).host !== request.host
  } catch {
    return true
  }
}

/** The device's secret, when the request brings one; from a foreign page it counts as `signed-out`. */
export function deviceSecret(request: FastifyRequest): string | undefined {
  const secret = SENT.exec(request.headers.cookie ?? '')?.[1]
  if (secret === undefined) return undefined
  if (isForeign(request)) throw new Refused('signed-out')
  return secret
}

function send(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  reply.header('set-cookie', `${NAME}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`)
}

export const setDeviceSecret = (request: FastifyRequest, reply: FastifyReply, secret: string): void =>
  send(request, reply, secret, SESSION_MS / 1000)

export const clearDeviceSecret = (request: FastifyRequest, reply: FastifyReply): void =>
  send(request, reply, '', 0)
