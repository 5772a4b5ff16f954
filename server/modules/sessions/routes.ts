import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { sha256 } from '../../fingerprint'
import { addressOf } from '../../http/address'
import type { Handlers } from '../../http/call'
import { Rate } from '../../http/rate'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { type Caller, callerOf } from './caller'
import { clearDeviceSecret, deviceSecret, setDeviceSecret } from './device-cookie'
import { restoreShop } from './restore'
import { ensureAccount, giveToken, newSecret } from './sign-in'
import { accountOfIdentity, endSession, type Identity } from './store'

type Session = RouteReply<'POST /api/sessions'>

/**
 * Keys cannot be guessed in a lifetime; this keeps those who try from loading the server. A class in one room, or strangers
 * behind one address of a carrier, do not use up each other's tries.
 */
const KEY_TRIES = { account: 10, address: 300 }
const KEY_SPAN = 15 * 60_000

export function sessionHandlers(parts: Parts) {
  const rate = (most: number) =>
    new Rate(parts.settings.rateLimits ? most : Number.POSITIVE_INFINITY, KEY_SPAN, parts.elapsed)
  const [ofAccount, ofAddress] = [rate(KEY_TRIES.account), rate(KEY_TRIES.address)]

  /** The secret of this device: the one it has, when we know it, else a new one. */
  async function deviceIdentity(request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
    const sent = deviceSecret(parts.settings, request)
    const identity: Identity = { provider: 'device', subject: sha256(sent ?? '') }
    const known = sent !== undefined && (await accountOfIdentity(parts.db.query, identity)) !== undefined
    const secret = known ? sent : newSecret(parts.random)
    setDeviceSecret(request, reply, secret)
    return { provider: 'device', subject: sha256(secret) }
  }

  const signIn = (identity: Identity): Promise<Session> =>
    parts.db.withTx(async (tx) => {
      const accountId = await ensureAccount(parts, tx, identity)
      return { token: await giveToken(parts, tx, accountId, identity), accountId }
    }, 'guarded')

  async function byWechat(code: string): Promise<Session> {
    if (!parts.wechat) throw new Refused('unavailable')
    return signIn({ provider: 'wechat', subject: await parts.wechat.codeToOpenid(code) })
  }

  async function byKey(key: string, request: FastifyRequest, reply: FastifyReply): Promise<Session> {
    const caller: Caller | null = await callerOf(parts, request)
    const address = addressOf(request)
    ofAddress.take(address)
    // whoever is not signed in is known by the address alone
    ofAccount.take(caller?.accountId ?? address)
    const secret = newSecret(parts.random)
    const fresh: Identity = { provider: 'device', subject: sha256(secret) }
    const session = await parts.db.withTx(async (tx) => {
      const identity = caller?.identity ?? fresh
      const accountId = caller?.accountId ?? (await ensureAccount(parts, tx, fresh))
      const restored = await restoreShop(parts, tx, key, accountId)
      return { token: await giveToken(parts, tx, accountId, identity), accountId, restored }
    })
    ofAddress.giveBack(address)
    ofAccount.giveBack(caller?.accountId ?? address)
    if (!caller) setDeviceSecret(request, reply, secret)
    return session
  }

  return {
    'POST /api/sessions': async ({ body, request, reply }) => {
      if (body.provider === 'device') return signIn(await deviceIdentity(request, reply))
      if (body.provider === 'wechat') return byWechat(body.code)
      return byKey(body.key, request, reply)
    },
    'DELETE /api/sessions/current': async ({ who, request, reply }) => {
      await parts.db.withTx((tx) => endSession(tx, who.tokenHash, who.identity), 'guarded')
      clearDeviceSecret(request, reply)
      return { ended: true }
    },
  } satisfies Partial<Handlers>
}
