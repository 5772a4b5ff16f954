import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../refused'
import { SESSION_MS } from './store'

const NAME = 'kz_device'
const SECRET = /^[A-Za-z0-9_-]{43}$/
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
  const secret = request.cookies[NAME]
  if (secret === undefined || !SECRET.test(secret)) return undefined
  if (isForeign(request)) throw new Refused('signed-out')
  return secret
}

const cookieFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const

export function setDeviceSecret(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(NAME, secret, { ...cookieFor(request), maxAge: SESSION_MS / 1000 })
}

export function clearDeviceSecret(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(NAME, cookieFor(request))
}
