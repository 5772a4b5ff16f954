import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../../api-error'
import type { WorldSettings } from '../../dependencies'
import { SESSION_MS } from './store'

/**
 * By https the name begins with `__Host-`: then neither a page of a neighbouring name nor anybody on a way without https
 * can plant a device of theirs. Source: https://www.rfc-editor.org/rfc/rfc6265bis section 4.1.3.2
 */
const NAMES = { http: 'kz_device', https: '__Host-kz_device' } as const
type Scheme = keyof typeof NAMES

const sentAs = (name: string) => new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?=;|$)`)
const SENT: Record<Scheme, RegExp> = { http: sentAs(NAMES.http), https: sentAs(NAMES.https) }

const SAFE = ['GET', 'HEAD', 'OPTIONS']

const schemeOf = (request: FastifyRequest): Scheme => (request.protocol === 'https' ? 'https' : 'http')

/** True for a request of a page of this site. Browsers write both headers themselves; no page can. */
function isOwnPage({ publicUrl }: WorldSettings, request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin') return true
  if (origin === undefined) return false
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === request.host)
}

/** A page of another site may make the browser send the cookie; it may not make it act. */
const isForeign = (settings: WorldSettings, request: FastifyRequest): boolean =>
  request.headers.origin !== undefined && !SAFE.includes(request.method) && !isOwnPage(settings, request)

const sentSecret = (request: FastifyRequest): string | undefined =>
  SENT[schemeOf(request)].exec(request.headers.cookie ?? '')?.[1]

/**
 * True for mini-programs, programs, and shops' own sites on other hosts. A page of this site signs in by its cookie, which no
 * script can read, so it never gets a token.
 */
export const takesToken = (settings: WorldSettings, request: FastifyRequest): boolean =>
  sentSecret(request) === undefined && !isOwnPage(settings, request)

/** The device's secret, when the request brings one; from a foreign page it counts as `signed-out`. */
export function deviceSecret(settings: WorldSettings, request: FastifyRequest): string | undefined {
  const secret = sentSecret(request)
  if (secret === undefined) return undefined
  if (isForeign(settings, request)) throw new ApiError('signed-out')
  return secret
}

function send(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
  const scheme = schemeOf(request)
  const secure = scheme === 'https' ? '; Secure' : ''
  const rules = `Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
  reply.header('set-cookie', `${NAMES[scheme]}=${value}; ${rules}`)
}

export const setDeviceSecret = (request: FastifyRequest, reply: FastifyReply, secret: string): void =>
  send(request, reply, secret, SESSION_MS / 1000)

export const clearDeviceSecret = (request: FastifyRequest, reply: FastifyReply): void =>
  send(request, reply, '', 0)
