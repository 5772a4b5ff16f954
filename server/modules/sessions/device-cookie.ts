import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../../api-error'
import type { AppSettings } from '../../dependencies'
import { SESSION_MS } from './store'

/**
 * The `__Host-` prefix on https prevents a sibling domain or a plain-http attacker from planting a cookie.
 * Source: https://www.rfc-editor.org/rfc/rfc6265bis section 4.1.3.2
 */
const NAMES = { http: 'kz_device', https: '__Host-kz_device' } as const
type Scheme = keyof typeof NAMES

const sentAs = (name: string) => new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?=;|$)`)
const SENT: Record<Scheme, RegExp> = { http: sentAs(NAMES.http), https: sentAs(NAMES.https) }

const SAFE = ['GET', 'HEAD', 'OPTIONS']

const schemeOf = (request: FastifyRequest): Scheme => (request.protocol === 'https' ? 'https' : 'http')

/** True for a request from a page of this site. Browsers set both headers themselves; scripts cannot forge them. */
function isOwnPage({ publicUrl }: AppSettings, request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin') return true
  if (origin === undefined) return false
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === request.host)
}

/** True for an unsafe request from another site: the browser sends the cookie, but the request must not take effect. */
const isForeign = (settings: AppSettings, request: FastifyRequest): boolean =>
  request.headers.origin !== undefined && !SAFE.includes(request.method) && !isOwnPage(settings, request)

const sentSecret = (request: FastifyRequest): string | undefined =>
  SENT[schemeOf(request)].exec(request.headers.cookie ?? '')?.[1]

/**
 * True for mini-programs, API clients and compiled sites on other hosts. A page of this site signs in by its HttpOnly
 * cookie, so it never gets a token.
 */
export const takesToken = (settings: AppSettings, request: FastifyRequest): boolean =>
  sentSecret(request) === undefined && !isOwnPage(settings, request)

/** The device secret of a request, if any. An unsafe request from another site is `signed-out`. */
export function deviceSecret(settings: AppSettings, request: FastifyRequest): string | undefined {
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
