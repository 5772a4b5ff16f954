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

/** Keys cannot be guessed in a lifetime; this keeps those who try from loading the server. */
const KEY_TRIES = 10
const KEY_SPAN = 15 * 60_000

export function sessionHandlers(parts: Parts) {
  const tries = new Rate(
    parts.settings.rateLimits ? KEY_TRIES : Number.POSITIVE_INFINITY,
    KEY_SPAN,
    parts.elapsed,
  )

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
    tries.take(addressOf(request))
    const caller: Caller | null = await callerOf(parts, request)
    const secret = newSecret(parts.random)
    const fresh: Identity = { provider: 'device', subject: sha256(secret) }
    const session = await parts.db.withTx(async (tx) => {
      const identity = caller?.identity ?? fresh
      const accountId = caller?.accountId ?? (await ensureAccount(parts, tx, fresh))
      const restored = await restoreShop(parts, tx, key, accountId)
      return { token: await giveToken(parts, tx, accountId, identity), accountId, restored }
    })
    tries.giveBack(addressOf(request))
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
