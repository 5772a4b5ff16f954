import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import { addressOf } from '../../http/address'
import type { Handlers } from '../../http/call'
import type { Limits } from '../../http/limits'
import { RateLimiter } from '../../http/rate-limiter'
import { type Caller, callerOf } from './caller'
import { clearDeviceSecret, deviceSecret, setDeviceSecret, takesToken } from './device-cookie'
import { keyFault, restoreShop } from './restore'
import { ensureAccount, giveToken, newSecret } from './sign-in'
import { accountOfIdentity, endSession, type Identity } from './store'

type Session = RouteReply<'POST /api/sessions'>

/**
 * Wrong keys that are answered as such in a span of time. A key has 100 bits, so no rate of guessing finds one; a right key
 * works always, as strangers may share an address, and a wrong one costs one look-up by an index.
 */
const WRONG_KEYS = { account: 10, address: 300 }
const KEY_SPAN = 15 * 60_000

export function sessionHandlers(deps: AppDependencies, limits: Limits) {
  const rate = (most: number) =>
    new RateLimiter(deps.settings.rateLimits ? most : Number.POSITIVE_INFINITY, KEY_SPAN, deps.elapsed)
  const [ofAccount, ofAddress] = [rate(WRONG_KEYS.account), rate(WRONG_KEYS.address)]

  /** The identity of this device: the one its cookie shows, when we know it, else a new one. */
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
    return { token: await giveToken(deps, tx, accountId, identity) }
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

  /** Refuses a key that does not work: `key-wrong`, `key-used`, or `too-many` after many such keys. */
  async function checkKey(key: string, caller: Caller | null, request: FastifyRequest): Promise<void> {
    const fault = await keyFault(deps.db.query, key)
    if (!fault) return
    const address = addressOf(request)
    // a caller who is not signed in is known by the address alone
    ofAccount.take(caller?.accountId ?? address)
    ofAddress.take(address)
    throw new ApiError(fault)
  }

  async function byKey(key: string, request: FastifyRequest, reply: FastifyReply): Promise<Session> {
    const caller: Caller | null = await callerOf(deps, request)
    await checkKey(key, caller, request)
    const secret = newSecret(deps.random)
    const fresh: Identity = { provider: 'device', subject: sha256(secret) }
    const session = await deps.db.withTx(async (tx) => {
      const identity = caller?.identity ?? fresh
      const accountId = caller?.accountId ?? (await ensureAccount(deps, tx, fresh))
      const restored = await restoreShop(deps, tx, key, accountId)
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
    'DELETE /api/sessions/current': async ({ who, request, reply }) => {
      await deps.db.withTx((tx) => endSession(tx, who.tokenHash, who.identity), 'guarded')
      clearDeviceSecret(request, reply)
      return { ended: true }
    },
  } satisfies Partial<Handlers>
}
