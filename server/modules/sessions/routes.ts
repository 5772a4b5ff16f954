import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import type { Limits } from '../../http/limits'
import { RateLimiter } from '../../http/rate-limiter'
import { type Caller, callerOf } from './caller'
import { clearDeviceSecret, deviceSecret, setDeviceSecret, takesToken } from './device-cookie'
import { keyErrorCode, redeemKey } from './redeem-key'
import { ensureAccount, issueToken, newSecret } from './sign-in'
import { accountOfIdentity, endSession, type Identity } from './store'

type Session = RouteReply<'POST /api/sessions'>

/**
 * Limits on wrong keys in one time span. Keys have 100 bits and cannot be guessed; the limits only bound the load. A right
 * key always works, because strangers may share an address.
 */
const WRONG_KEYS = { account: 10, address: 300 }
const KEY_SPAN = 15 * 60_000

export function sessionHandlers(deps: AppDependencies, limits: Limits) {
  const rate = (maxCount: number) =>
    new RateLimiter(deps.settings.rateLimits ? maxCount : Number.POSITIVE_INFINITY, KEY_SPAN, deps.elapsed)
  const [ofAccount, ofAddress] = [rate(WRONG_KEYS.account), rate(WRONG_KEYS.address)]

  /** The identity of the device cookie if it is known, otherwise a new one. */
  async function deviceIdentity(request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
    const sent = deviceSecret(deps.settings, request)
    const identity: Identity = { provider: 'device', subject: sha256(sent ?? '') }
    const known = sent !== undefined && (await accountOfIdentity(deps.db.query, identity)) !== undefined
    if (!known) limits.signIn(request)
    const secret = known ? sent : newSecret(deps.random)
    setDeviceSecret(request, reply, secret)
    return { provider: 'device', subject: sha256(secret) }
  }

  async function tokenFor(tx: Query, request: FastifyRequest, accountId: string, identity: Identity) {
    if (!takesToken(deps.settings, request)) return {}
    return { token: await issueToken(deps, tx, accountId, identity) }
  }

  const signIn = (identity: Identity, request: FastifyRequest): Promise<Session> =>
    deps.db.withTx(async (tx) => {
      const accountId = await ensureAccount(deps, tx, identity)
      return { accountId, ...(await tokenFor(tx, request, accountId, identity)) }
    }, 'guarded')

  async function byWechat(code: string, request: FastifyRequest): Promise<Session> {
    limits.signIn(request)
    if (!deps.wechat) throw new ApiError('unavailable')
    return signIn({ provider: 'wechat', subject: await deps.wechat.codeToOpenid(code) }, request)
  }

  /** Rejects a key that does not work: `key-wrong`, `key-used`, or `too-many` after many such keys. */
  async function checkKey(key: string, caller: Caller | null, request: FastifyRequest): Promise<void> {
    const errorCode = await keyErrorCode(deps.db.query, key)
    if (!errorCode) return
    const address = getClientAddress(request)
    // a caller who is not signed in is counted by address alone
    ofAccount.consume(caller?.accountId ?? address)
    ofAddress.consume(address)
    throw new ApiError(errorCode)
  }

  async function byKey(key: string, request: FastifyRequest, reply: FastifyReply): Promise<Session> {
    const caller: Caller | null = await callerOf(deps, request)
    await checkKey(key, caller, request)
    const secret = newSecret(deps.random)
    const fresh: Identity = { provider: 'device', subject: sha256(secret) }
    const session = await deps.db.withTx(async (tx) => {
      const identity = caller?.identity ?? fresh
      const accountId = caller?.accountId ?? (await ensureAccount(deps, tx, fresh))
      const restored = await redeemKey(deps, tx, key, accountId)
      return { accountId, restored, ...(await tokenFor(tx, request, accountId, identity)) }
    })
    if (!caller) setDeviceSecret(request, reply, secret)
    return session
  }

  return {
    'POST /api/sessions': async ({ body, request, reply }) => {
      if (body.provider === 'device') return signIn(await deviceIdentity(request, reply), request)
      if (body.provider === 'wechat') return byWechat(body.code, request)
      return byKey(body.key, request, reply)
    },
    'DELETE /api/sessions/current': async ({ auth, request, reply }) => {
      await deps.db.withTx((tx) => endSession(tx, auth.tokenHash, auth.identity), 'guarded')
      clearDeviceSecret(request, reply)
      return { ended: true }
    },
  } satisfies Partial<Handlers>
}
