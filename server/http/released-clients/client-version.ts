import type { FastifyRequest } from 'fastify'
import type { RouteName } from '@/contract/routes'
import { readApiVersion } from '@/domain/api-version'
import { sha256 } from '../../fingerprint'

/** The release v0.1.0-1, whose orders have no accepting step. */
export const FIRST_VERSION = 1
/** The release v0.1.0-2. Neither of both names its version. */
export const SECOND_VERSION = 2

/** The routes of the first release. */
const firstRoutes: ReadonlySet<RouteName> = new Set<RouteName>([
  'DELETE /api/sessions/current',
  'DELETE /api/shops/:shopId/other-owners',
  'DELETE /api/shops/:shopId/products/:productId',
  'GET /api/health',
  'GET /api/me/orders',
  'GET /api/me/shops',
  'GET /api/photos/:photoId/seed',
  'GET /api/shops/:shopId',
  'GET /api/shops/:shopId/look',
  'GET /api/shops/:shopId/look/history/:lookVersion',
  'GET /api/shops/:shopId/orders',
  'GET /api/shops/:shopId/orders/:orderId',
  'GET /api/shops/:shopId/products',
  'GET /api/shops/:shopId/products/:productId',
  'GET /api/shops/:shopId/today',
  'GET /api/storefronts/:slug',
  'GET /api/templates',
  'POST /api/photos/:photoId',
  'POST /api/sessions',
  'POST /api/shops/:shopId/exports',
  'POST /api/shops/:shopId/key',
  'POST /api/shops/:shopId/look/publish',
  'POST /api/shops/:shopId/orders/:orderId/steps',
  'POST /api/shops/:shopId/skus/:skuId/stock',
  'POST /api/voices/:voiceId',
  'PUT /api/photos/:photoId',
  'PUT /api/shops/:shopId',
  'PUT /api/shops/:shopId/look-draft',
  'PUT /api/shops/:shopId/orders/:orderId',
  'PUT /api/shops/:shopId/products/:productId',
  'PUT /api/shops/:shopId/settings',
  'PUT /api/voices/:voiceId',
])

const firstQueryFields = ['limit', 'cursor', 'state', 'afterSale']
const firstSteps = [
  'send',
  'finish',
  'cancel',
  'ask-refund',
  'withdraw',
  'agree',
  'decline',
  'settle',
  'collect',
]

/** Fields of bodies that the first release does not send. */
const laterBodyFields = [
  'slot',
  'collected',
  'amount',
  'declines',
  'declinesCancel',
  'detailsVersion',
  'practice',
  'help',
  'orderLimits',
  'lowStock',
  'deliverySlots',
  'wechatId',
  'deliveryArea',
  'closedNote',
  'logo',
  'banner',
]

const hasField = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.some((name) => name in value)

/** True for a request that only a later release than the first one sends. */
function isOfLaterRelease(name: RouteName, { query, body }: Pick<FastifyRequest, 'query' | 'body'>): boolean {
  if (!firstRoutes.has(name)) return true
  if (Object.keys(query ?? {}).some((field) => !firstQueryFields.includes(field))) return true
  if (hasField(query, ['afterSale']) && Reflect.get(query as object, 'afterSale') === 'open') return true
  if (name === 'POST /api/shops/:shopId/orders/:orderId/steps')
    if (!firstSteps.includes(String(Reflect.get(body as object, 'action')))) return true
  return hasField(body, laterBodyFields)
}

/** Sessions that are remembered; the oldest are forgotten first. */
const MAX_SESSIONS = 20_000

/**
 * Finds out which version of the API a client speaks. Clients of the two releases that do not name it are known by what they send: a
 * session is of the first release until it sends a request that only later ones do. A page of this site without a token is never of the first.
 */
export class ClientVersions {
  private readonly laterSessions = new Set<string>()

  versionOf(name: RouteName, request: Pick<FastifyRequest, 'headers' | 'query' | 'body'>): number {
    const named = readApiVersion(request.headers.accept)
    if (named !== undefined) return named
    const { authorization } = request.headers
    if (authorization === undefined) return SECOND_VERSION
    const session = sha256(authorization)
    if (isOfLaterRelease(name, request)) this.remember(session)
    return this.laterSessions.has(session) ? SECOND_VERSION : FIRST_VERSION
  }

  private remember(session: string) {
    if (this.laterSessions.has(session)) return
    this.laterSessions.add(session)
    const [oldest] = this.laterSessions
    if (this.laterSessions.size > MAX_SESSIONS && oldest !== undefined) this.laterSessions.delete(oldest)
  }
}
