import type { RouteReply } from '@/contract/routes'
import { lifetimes, type NotificationEvent, takenAlike } from '@/domain/notification'
import { maskPhone } from '@/domain/receiver/mask'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { getClientAddress } from '../../http/client-address'
import { RateLimiter } from '../../http/limits/rate-limiter'
import { HOUR_MS } from '../../jobs/intervals'
import { addJob } from '../../jobs/jobs'
import {
  addBrowser,
  addPermits,
  type ChannelRow,
  channelsOf,
  findChannel,
  removeChannel,
  removeChannels,
  setPhone,
  templateAddress,
} from '../notices/channels'
import type { Caller } from '../sessions/caller'
import { type IsForEvent, SEND_MESSAGE } from './fan-out'
import { templatesFor, webPushFor } from './offered-channels'
import { createPhoneCodes, mayGetCodes } from './phone-codes'
import { quietHoursOf, saveQuietHours } from './quiet-hours'
import { isBudgetSpent, isDailyLimitReached } from './sms-budget'

type Channels = RouteReply<'GET /api/me/channels'>

const TESTS_PER_HOUR = 20

/**
 * A browser takes messages of all events, a template and a phone those that templates were chosen for. An event for which a mini-program has
 * no template is taken by one of a like event.
 */
export const createIsForEvent =
  ({ wechat, sms }: Pick<AppDependencies, 'wechat' | 'sms'>): IsForEvent =>
  ({ kind, address }: ChannelRow, event: NotificationEvent) => {
    if (kind === 'push') return true
    if (kind === 'sms') return sms?.plan.templates.some(({ events }) => events.includes(event)) ?? false
    const templates = wechat?.messages?.templates ?? []
    const own = templates.find(({ appid, id }) => templateAddress(appid, id) === address)
    if (!own) return false
    const isNamed = templates.some(({ appid, events }) => appid === own.appid && events.includes(event))
    return own.events.some((one) => (isNamed ? one === event : takenAlike[event]?.includes(one)))
  }

/** The channels of an account, as seen by the mini-program or browser of the request. */
async function readChannels(deps: AppDependencies, query: Query, caller: Caller): Promise<Channels> {
  const channels = await channelsOf(query, caller.accountId)
  const templates = templatesFor(deps, caller.identity)
  const webPush = webPushFor(deps, caller.identity)
  return {
    ...(webPush
      ? {
          push: {
            publicKey: webPush.publicKey,
            browsers: channels.filter(({ kind }) => kind === 'push').map(({ address }) => address),
          },
        }
      : {}),
    templates: templates.map(({ appid, id, events }) => ({
      ...{ id, events: [...events] },
      permits: channels.find(({ address }) => address === templateAddress(appid, id))?.permits ?? 0,
    })),
    ...(await readSmsChannel(deps, query, caller.accountId, channels)),
    quietHours: await quietHoursOf(query, caller.accountId),
  }
}

async function readSmsChannel(
  { sms, clock }: Pick<AppDependencies, 'sms' | 'clock'>,
  query: Query,
  accountId: string,
  channels: readonly ChannelRow[],
): Promise<Pick<Channels, 'sms'>> {
  const phone = channels.find(({ kind }) => kind === 'sms')?.address
  const now = clock()
  if (!sms || (phone === undefined && !(await mayGetCodes(query, accountId, now)))) return {}
  return {
    sms: {
      ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
      ...((await isBudgetSpent(query, sms.plan, now)) ? { usedUp: true } : {}),
      ...((await isDailyLimitReached(query, accountId, now)) ? { dayUsedUp: true } : {}),
    },
  }
}

async function writeTest(
  tx: Query,
  channel: ChannelRow,
  { requestId, now }: { requestId: string; now: number },
): Promise<void> {
  const { account_id, kind, address } = channel
  const id = `test:${requestId}:${kind}:${address}`
  await tx
    .insertInto('message')
    .values({
      ...{ id, account_id, kind, address, event: 'test', shop_id: null, subject_id: null },
      ...{ created_at: now, expires_at: now + lifetimes.test, state: 'queued', sending: null },
      ...{ attempts: 0, ended_at: null },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await addJob(tx, { id: `${SEND_MESSAGE}:${id}`, kind: SEND_MESSAGE, payload: { id }, runAt: now })
}

export function channelHandlers(deps: AppDependencies) {
  const { db, clock, elapsed, settings } = deps
  const codes = createPhoneCodes(deps)
  const testLimiter = new RateLimiter(
    settings.rateLimits ? TESTS_PER_HOUR : Number.POSITIVE_INFINITY,
    HOUR_MS,
    elapsed,
  )

  /** Changes the channels of a caller and returns all of them. */
  const change = (caller: Caller, work: (tx: Query) => Promise<void>): Promise<Channels> =>
    db.withTx(async (tx) => {
      await work(tx)
      return readChannels(deps, tx, caller)
    })

  return {
    'GET /api/me/channels': ({ auth }) => readChannels(deps, db.query, auth),
    'PUT /api/me/browsers': ({ auth, body }) => {
      if (!deps.webPush?.isKnownEndpoint(body.endpoint))
        throw badInput('/endpoint', 'not a known push service')
      return change(auth, (tx) => addBrowser(tx, auth.accountId, body, clock()))
    },
    'DELETE /api/me/browsers/:browser': ({ auth, params }) =>
      change(auth, (tx) =>
        removeChannel(tx, { account_id: auth.accountId, kind: 'push', address: params.browser }),
      ),
    'POST /api/me/permits': ({ auth, body }) => {
      const templates = templatesFor(deps, auth.identity)
      return change(auth, async (tx) => {
        for (const [i, { templateId, count }] of body.permits.entries()) {
          const template = templates.find(({ id }) => id === templateId)
          if (!template) throw badInput(`/permits/${i}/templateId`, 'not a template of this mini-program')
          await addPermits(tx, {
            ...{ accountId: auth.accountId, address: templateAddress(template.appid, templateId) },
            ...{ requestId: body.id, count, now: clock() },
          })
        }
      })
    },
    'POST /api/me/phone-codes': async ({ auth, body, request }) => {
      await codes.send({ accountId: auth.accountId, phone: body.phone }, getClientAddress(request))
      return {}
    },
    'PUT /api/me/phone': async ({ auth, body: { phone, code } }) => {
      try {
        return await change(auth, async (tx) => {
          // a repeated request, whose answer was lost
          if (await findChannel(tx, { account_id: auth.accountId, kind: 'sms', address: phone })) return
          await codes.redeem(tx, { accountId: auth.accountId, phone }, code)
          await setPhone(tx, auth.accountId, phone, clock())
        })
      } catch (error) {
        if (error instanceof ApiError && error.code === 'code-wrong') await codes.countWrong(auth.accountId)
        throw error
      }
    },
    'DELETE /api/me/phone': ({ auth }) => change(auth, (tx) => removeChannels(tx, auth.accountId, 'sms')),
    'PUT /api/me/quiet-hours': ({ auth, body }) =>
      change(auth, (tx) => saveQuietHours(tx, auth.accountId, body)),
    'POST /api/me/test-messages': async ({ auth, body }) => {
      testLimiter.consume(auth.accountId)
      return db.withTx(async (tx) => {
        const reachable = (await channelsOf(tx, auth.accountId)).filter(({ permits }) => permits !== 0)
        // one template is enough to see that messages of WeChat arrive
        const template = reachable.find(({ kind }) => kind === 'wechat')
        const targets = reachable.filter((one) => one.kind === 'push' || one === template)
        for (const channel of targets) await writeTest(tx, channel, { requestId: body.id, now: clock() })
        return { messages: targets.length }
      })
    },
  } satisfies Partial<Handlers>
}
