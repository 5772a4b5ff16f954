import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import type { Limits } from '../../http/limits/limits'
import { createWrongCodeLimits } from '../../http/limits/wrong-code-limits'
import { type Caller, callerOf } from './caller'
import { clearDeviceSecret, deviceSecret, setDeviceSecret, takesToken } from './device-cookie'
import { keyErrorCode, redeemKey } from './redeem-key'
import { ensureAccount, issueToken, newSecret } from './sign-in'
import { accountOfIdentity, endSession, type Identity, renameIdentity } from './store'
import { identityOf, type WechatUser } from './wechat-user'

type Session = RouteReply<'POST /api/sessions'>

/**
 * Limits on wrong keys in a quarter of an hour. Keys have 100 bits and cannot be guessed; the limits only bound the load. A right
 * key always works, because strangers may share an address.
 */
const WRONG_KEYS = { account: 10, address: 300 }

interface SignIn {
  deps: AppDependencies
  request: FastifyRequest
  reply: FastifyReply
}

const deviceIdentityOf = (secret: string): Identity => ({ provider: 'device', subject: sha256(secret) })

/** The identity of the device cookie if it is known, otherwise a new one. */
async function identifyDevice({ deps, request, reply }: SignIn, limits: Limits): Promise<Identity> {
  const sent = deviceSecret(deps.settings, request)
  const isKnown =
    sent !== undefined && (await accountOfIdentity(deps.db.query, deviceIdentityOf(sent))) !== undefined
  if (!isKnown) limits.signIn(request)
  const secret = isKnown ? sent : newSecret(deps.random)
  setDeviceSecret({ settings: deps.settings, request, reply }, secret)
  return deviceIdentityOf(secret)
}

async function identifyByWechat(
  { deps, request }: SignIn,
  limits: Limits,
  { code, appid = deps.wechat?.appid }: { code: string; appid?: string | undefined },
): Promise<WechatUser> {
  const { wechat } = deps
  // strangers at the address of a person who has a session do not use up this person's limit
  const caller = await callerOf(deps, request)
  if (caller) await limits.caller('POST /api/sessions', request, caller)
  else limits.signIn(request)
  if (!wechat || appid === undefined) throw new ApiError('unavailable')
  return { appid, openid: await wechat.codeToOpenid(code, appid) }
}

/** Returns a session token for clients that take one; the others have the device cookie. */
async function tokenFor({ deps, request }: SignIn, tx: Query, accountId: string, identity: Identity) {
  if (!takesToken(deps.settings, request)) return {}
  return { token: await issueToken(deps, tx, accountId, identity) }
}

const openSession = (signIn: SignIn, identity: Identity): Promise<Session> =>
  signIn.deps.db.withTx(async (tx) => {
    const accountId = await ensureAccount(signIn.deps, tx, identity)
    return { accountId, ...(await tokenFor(signIn, tx, accountId, identity)) }
  })

/** Opens the session of a WeChat user; one who signed in before openids were stored with their appid is recognized. */
async function openWechatSession(signIn: SignIn, user: WechatUser): Promise<Session> {
  const identity = identityOf(user)
  const { db, wechat } = signIn.deps
  if (user.appid === wechat?.appid && (await accountOfIdentity(db.query, identity)) === undefined)
    await db.withTx((tx) => renameIdentity(tx, { provider: 'wechat', subject: user.openid }, identity))
  return openSession(signIn, identity)
}

/** Adds the shop of a working key to the caller's account, or to a new one for a caller who is not signed in. */
async function restoreByKey(signIn: SignIn, key: string, caller: Caller | null): Promise<Session> {
  const { deps, request, reply } = signIn
  const secret = newSecret(deps.random)
  const fresh = deviceIdentityOf(secret)
  const session = await deps.db.withTx(async (tx) => {
    const identity = caller?.identity ?? fresh
    const accountId = caller?.accountId ?? (await ensureAccount(deps, tx, fresh))
    const restored = await redeemKey(deps, tx, key, accountId)
    return { accountId, restored, ...(await tokenFor(signIn, tx, accountId, identity)) }
  })
  if (!caller) setDeviceSecret({ settings: deps.settings, request, reply }, secret)
  return session
}

/** Handles signing in by device cookie, WeChat code or shop key, and signing out. */
export function sessionHandlers(deps: AppDependencies, limits: Limits, storefronts: StorefrontCache) {
  const countWrongKey = createWrongCodeLimits(deps, WRONG_KEYS)

  /** Rejects a key that does not work: `key-wrong`, `key-used`, or `too-many` after many such keys. */
  async function signInByKey(signIn: SignIn, key: string): Promise<Session> {
    const caller = await callerOf(deps, signIn.request)
    const errorCode = await keyErrorCode(deps.db.query, key)
    if (!errorCode) {
      const session = await restoreByKey(signIn, key, caller)
      // buyers may order from a shop that waited for its owner
      if (session.restored) storefronts.invalidateShop(session.restored.shopId)
      return session
    }
    await countWrongKey(caller?.accountId, getClientAddress(signIn.request))
    throw new ApiError(errorCode)
  }

  return {
    'POST /api/sessions': async ({ body, request, reply }) => {
      const signIn = { deps, request, reply }
      if (body.provider === 'device') return openSession(signIn, await identifyDevice(signIn, limits))
      if (body.provider === 'wechat')
        return openWechatSession(signIn, await identifyByWechat(signIn, limits, body))
      return signInByKey(signIn, body.key)
    },
    'DELETE /api/sessions/current': async ({ auth, request, reply }) => {
      await deps.db.withTx((tx) => endSession(tx, auth.tokenHash, auth.identity))
      clearDeviceSecret({ settings: deps.settings, request, reply })
      return { ended: true }
    },
  } satisfies Partial<Handlers>
}
