import type { RouteReply } from '@/contract/routes'
import { lifetimes, type NotificationEvent } from '@/domain/notification'
import { badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { MessageTemplate } from '../../gateways/subscribe-messages'
import type { Handlers } from '../../http/call'
import { addJob } from '../../jobs/jobs'
import type { Caller } from '../sessions/caller'
import { appidOf } from '../sessions/wechat-user'
import {
  addBrowser,
  addPermits,
  type ChannelRow,
  channelsOf,
  removeChannel,
  templateAddress,
} from './channels'
import { type IsForEvent, SEND_MESSAGE } from './fan-out'
import { quietHoursOf, saveQuietHours } from './quiet-hours'

type Channels = RouteReply<'GET /api/me/channels'>

/** The templates of a mini-program. */
const templatesIn = ({ wechat }: AppDependencies, appid: string | undefined): readonly MessageTemplate[] =>
  wechat?.messages?.templates.filter((one) => one.appid === appid) ?? []

/** A browser takes messages of all events, a template those it was chosen for. */
export const createIsForEvent =
  ({ wechat }: Pick<AppDependencies, 'wechat'>): IsForEvent =>
  ({ kind, address }: ChannelRow, event: NotificationEvent) =>
    kind === 'push' ||
    (wechat?.messages?.templates.some(
      ({ appid, id, events }) => templateAddress(appid, id) === address && events.includes(event),
    ) ??
      false)

/** How somebody can be reached, as the mini-program or browser that asks sees it. */
async function readChannels(deps: AppDependencies, query: Query, caller: Caller): Promise<Channels> {
  const channels = await channelsOf(query, caller.accountId)
  const templates = templatesIn(deps, appidOf(caller.identity))
  return {
    ...(deps.webPush
      ? {
          push: {
            publicKey: deps.webPush.publicKey,
            browsers: channels.filter(({ kind }) => kind === 'push').map(({ address }) => address),
          },
        }
      : {}),
    templates: templates.map(({ appid, id, events }) => ({
      ...{ id, events: [...events] },
      permits: channels.find(({ address }) => address === templateAddress(appid, id))?.permits ?? 0,
    })),
    quietHours: await quietHoursOf(query, caller.accountId),
  }
}

/** Writes a message that its reader sends to herself. */
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
  const { db, clock } = deps

  /** Changes the channels of a caller and returns all of them. */
  const change = (caller: Caller, work: (tx: Query) => Promise<void>): Promise<Channels> =>
    db.withTx(async (tx) => {
      await work(tx)
      return readChannels(deps, tx, caller)
    }, 'guarded')

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
      const templates = templatesIn(deps, appidOf(auth.identity))
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
    'PUT /api/me/quiet-hours': ({ auth, body }) =>
      change(auth, (tx) => saveQuietHours(tx, auth.accountId, body)),
    'POST /api/me/test-messages': ({ auth, body }) =>
      db.withTx(async (tx) => {
        const reachable = (await channelsOf(tx, auth.accountId)).filter(({ permits }) => permits !== 0)
        // one template is enough to see that messages of WeChat arrive
        const template = reachable.find(({ kind }) => kind === 'wechat')
        const targets = reachable.filter((one) => one.kind === 'push' || one === template)
        for (const channel of targets) await writeTest(tx, channel, { requestId: body.id, now: clock() })
        return { messages: targets.length }
      }, 'guarded'),
  } satisfies Partial<Handlers>
}
