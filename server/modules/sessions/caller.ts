import type { FastifyRequest } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { readPathPart } from '../../http/path-part'
import { DAY_MS } from '../../jobs/intervals'
import { deviceSecret } from './device-cookie'
import { findIdentity, findSession, type Identity, prolongSession, SESSION_MS, touchIdentity } from './store'

/** The signed-in account, its identity, and the hash of the token; `null` when the cookie was used. */
export interface Caller {
  accountId: string
  identity: Identity
  tokenHash: string | null
  /** True if the account owns the shop that the request's path names. It is read with the account, in one statement. */
  ownsShop: boolean
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{20,100})$/i

/** The caller of a request, or `null`. A token takes precedence over the cookie. */
export async function callerOf(deps: AppDependencies, request: FastifyRequest): Promise<Caller | null> {
  const { authorization } = request.headers
  const shopId = readPathPart(request, 'shopId')
  if (authorization !== undefined) return byToken(deps, BEARER.exec(authorization)?.[1] ?? '', shopId)
  const secret = deviceSecret(deps.settings, request)
  if (secret === undefined) return null
  return byDevice(deps, { provider: 'device', subject: sha256(secret) }, shopId)
}

async function byDevice(
  { db, clock }: AppDependencies,
  identity: Identity,
  shopId: string | undefined,
): Promise<Caller | null> {
  const now = clock()
  const row = await findIdentity(db.query, identity, shopId)
  if (!row) return null
  if (row.used_at < now - DAY_MS && !(await touchIdentity(db.query, identity, now))) return null
  return { accountId: row.account_id, identity, tokenHash: null, ownsShop: row.owned_shop !== null }
}

async function byToken(
  { db, clock }: AppDependencies,
  token: string,
  shopId: string | undefined,
): Promise<Caller | null> {
  if (!token) return null
  const now = clock()
  const tokenHash = sha256(token)
  const row = await findSession(db.query, { tokenHash, now, shopId })
  if (!row) return null
  if (row.expires_at < now + SESSION_MS - DAY_MS && !(await prolongSession(db.query, tokenHash, now)))
    return null
  const { account_id: accountId, provider, subject } = row
  return { accountId, identity: { provider, subject }, tokenHash, ownsShop: row.owned_shop !== null }
}
