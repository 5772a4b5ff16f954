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

/** 32 bytes in base64url. */
const SECRET = /^[A-Za-z0-9_-]{43}$/

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

/** The cookie's name. Cookies do not know ports, so that of a demo world, which has two, names the port. */
function nameOf({ sealedWorld }: AppSettings, request: FastifyRequest): string {
  const name = NAMES[schemeOf(request)]
  return sealedWorld ? `${name}_${request.socket.localPort}` : name
}

function sentSecret(settings: AppSettings, request: FastifyRequest): string | undefined {
  const value = request.cookies[nameOf(settings, request)]
  return value !== undefined && SECRET.test(value) ? value : undefined
}

/**
 * True for mini-programs, API clients and compiled sites on other hosts. A page of this site signs in by its HttpOnly
 * cookie, so it never gets a token.
 */
export const takesToken = (settings: AppSettings, request: FastifyRequest): boolean =>
  sentSecret(settings, request) === undefined && !isOwnPage(settings, request)

/** The device secret of a request, if any. An unsafe request from another site is `signed-out`. */
export function deviceSecret(settings: AppSettings, request: FastifyRequest): string | undefined {
  const secret = sentSecret(settings, request)
  if (secret === undefined) return undefined
  if (isForeign(settings, request)) throw new ApiError('signed-out')
  return secret
}

/** The request, its reply and the settings by which a cookie is sent. */
interface CookieReply {
  settings: AppSettings
  request: FastifyRequest
  reply: FastifyReply
}

function send({ settings, request, reply }: CookieReply, value: string, seconds: number): void {
  reply.setCookie(nameOf(settings, request), value, {
    maxAge: seconds,
    path: '/',
    httpOnly: true,
    secure: schemeOf(request) === 'https',
    sameSite: 'lax',
  })
}

export const setDeviceSecret = (to: CookieReply, secret: string): void => send(to, secret, SESSION_MS / 1000)

export const clearDeviceSecret = (to: CookieReply): void => send(to, '', 0)
