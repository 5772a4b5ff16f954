import type { FastifyBaseLogger } from 'fastify'
import { GROUP_MS, isShopEvent, isUrgent, lifetimes, quietEnd } from '@/domain/notification'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { sha256 } from '../../fingerprint'
import type { SendOutcome } from '../../gateways/message-outcome'
import type { Content } from '../content/content'
import {
  type ChannelRow,
  changeChannel,
  findChannel,
  pushSubscriptionOf,
  removeChannel,
  returnPermit,
  takePermit,
  templateAddress,
} from '../notices/channels'
import { openidOf } from '../sessions/wechat-user'
import { ownsShop } from '../shops/owners'
import { mustFindShop } from '../shops/store'
import { composeMessage, type MessageContent, readSubjects } from './compose-message'
import {
  changeMessages,
  findMessage,
  findSending,
  findWaiting,
  lastSent,
  type MessageRow,
} from './message-rows'
import { quietHoursOf } from './quiet-hours'
import { isDailyLimitReached, payText, refundSms } from './sms-budget'

type Dependencies = Pick<AppDependencies, 'db' | 'clock' | 'wechat' | 'webPush' | 'sms'> & {
  content: Content
}

/** The longest time between two attempts, in ms. */
export const MESSAGE_RETRY_MS = 3_600_000
const FIRST_RETRY_MS = 10_000

/** Messages that are sent as one, and their content. */
interface Group {
  channel: ChannelRow
  /** The message whose job sends the group, with the attempts of the group. */
  first: MessageRow
  ids: string[]
  content: MessageContent
  /** When the group was claimed, and a text message was paid for, in epoch ms. */
  claimedAt: number
}

/** `again` is when to look again, in epoch ms. */
type Claim = { group: Group } | { again: number } | 'budget-spent' | undefined

interface Reports {
  log: Pick<FastifyBaseLogger, 'warn'>
  /** Called for each text message that the budget of the month does not allow. */
  onBudgetSpent(): void
}

/**
 * Sends a message, together with those that wait for the same channel. Returns when to try again, in epoch ms. Messages are marked before
 * they are handed to a gateway: where the receiver could not recognize a repetition, a message without an answer is not sent again.
 */
export async function sendMessage(
  deps: Dependencies,
  id: string,
  { log, onBudgetSpent }: Reports,
): Promise<number | undefined> {
  const claim = await deps.db.withTx((tx) => claimGroup(deps, tx, id))
  if (claim === 'budget-spent') onBudgetSpent()
  if (typeof claim !== 'object') return undefined
  if ('again' in claim) return claim.again
  const outcome = await handOver(deps, claim.group)
  if (outcome === 'refused' || outcome === 'unknown')
    log.warn(
      { kind: claim.group.channel.kind, event: claim.group.first.event, outcome },
      'a message may not have arrived',
    )
  return deps.db.withTx((tx) => recordOutcome(deps, tx, claim.group, outcome))
}

async function claimGroup(deps: Dependencies, tx: Query, id: string): Promise<Claim> {
  const now = deps.clock()
  const message = await findMessage(tx, id)
  if (!message) return undefined
  if (message.state === 'sending') {
    // the job of another message of its group is sending it
    if (message.sending !== id) return { again: now + GROUP_MS }
    await endInterrupted(tx, message, now)
    if (!isRepeatable(message)) return undefined
  } else if (message.state !== 'queued') return undefined
  if (message.expires_at <= now) {
    await changeMessages(tx, [id], 'queued', { state: 'expired', ended_at: now })
    return undefined
  }
  const again = await waitUntil(tx, message, now)
  return again === undefined ? gather(deps, tx, message) : { again }
}

/** A browser shows the same message once, however often it arrives. */
const isRepeatable = ({ kind }: Pick<MessageRow, 'kind'>): boolean => kind === 'push'

/** Decides on messages whose worker died while it sent them. */
async function endInterrupted(tx: Query, message: MessageRow, now: number): Promise<void> {
  const ids = (await findSending(tx, message.id)).map(({ id }) => id)
  await changeMessages(
    tx,
    ids,
    'sending',
    isRepeatable(message) ? { state: 'queued', sending: null } : { state: 'unknown', ended_at: now },
  )
}

/** When a message may be sent that has to wait: for the end of the quiet hours, or for others that follow the last one. */
async function waitUntil(tx: Query, message: MessageRow, now: number): Promise<number | undefined> {
  if (isUrgent(message.event)) return undefined
  const quiet = quietEnd(await quietHoursOf(tx, message.account_id), now)
  if (quiet !== undefined) return quiet
  const last = await lastSent(tx, message)
  return last !== undefined && now - last < GROUP_MS && last <= now ? last + GROUP_MS : undefined
}

/** Marks the messages that are sent now; `undefined` if none is to be sent. */
async function gather(deps: Dependencies, tx: Query, message: MessageRow): Promise<Claim> {
  const now = deps.clock()
  const waiting = await findWaiting(tx, message)
  const channel = (await isStillRecipient(tx, message)) ? await findChannel(tx, message) : undefined
  const subjects = channel ? await readSubjects(tx, waiting) : []
  const ids = subjects.map(({ message: { id } }) => id)
  const others = waiting.filter(({ id }) => !ids.includes(id))
  await changeMessages(
    tx,
    others.map(({ id }) => id),
    'queued',
    { state: 'dropped', ended_at: now },
  )
  if (!channel || !ids.includes(message.id)) return undefined
  const permission = await askPermission(deps, tx, channel, now)
  if (permission !== 'granted') {
    await changeMessages(tx, ids, 'queued', { state: 'dropped', ended_at: now })
    return permission === 'denied' ? undefined : permission
  }
  const first = { ...message, attempts: message.attempts + 1 }
  await changeMessages(tx, ids, 'queued', { state: 'sending', sending: message.id, attempts: first.attempts })
  const shop = message.shop_id === null ? undefined : await mustFindShop(tx, message.shop_id)
  const content = composeMessage(message.event, subjects, {
    shop: shop && { id: shop.shop_id, name: shop.name },
    showText: isShopEvent(message.event) ? (text) => text : (text) => deps.content.showText(text),
  })
  return { group: { channel, first, ids, content, claimedAt: now } }
}

/** True while the account may get the message; false once an owner was removed from the shop. */
const isStillRecipient = async (tx: Query, { event, account_id, shop_id }: MessageRow): Promise<boolean> =>
  shop_id === null || !isShopEvent(event) || ownsShop(tx, account_id, shop_id)

/** Takes what sending costs: a permission of the reader, or a part of the month's budget for text messages. */
async function askPermission(
  { sms }: Dependencies,
  tx: Query,
  channel: ChannelRow,
  now: number,
): Promise<'granted' | 'denied' | 'budget-spent'> {
  if (channel.kind !== 'sms') return (await takePermit(tx, channel)) ? 'granted' : 'denied'
  if (!sms || (await isDailyLimitReached(tx, channel.account_id, now))) return 'denied'
  return (await payText(tx, sms.plan, now)) ? 'granted' : 'budget-spent'
}

async function handOver(deps: Dependencies, { channel, first, content }: Group): Promise<SendOutcome> {
  if (channel.kind === 'push') return pushMessage(deps, { channel, first, content })
  if (channel.kind === 'sms') return sendSms(deps, { channel, first, content })
  return sendTemplate(deps, { channel, content })
}

export interface PushPayload {
  /** The same message has the same id, however often it arrives. */
  id: string
  /** A message replaces an older one of the same tag. */
  tag: string
  title: string
  body: string
  path: string
}

async function pushMessage(
  { webPush }: Dependencies,
  { channel, first, content }: Pick<Group, 'channel' | 'first' | 'content'>,
): Promise<SendOutcome> {
  if (!webPush) return 'refused'
  const tag = `${first.event}:${first.shop_id ?? ''}`
  const payload: PushPayload = {
    ...{ id: first.id, tag, title: content.title, body: content.body, path: content.path },
  }
  return webPush.send(pushSubscriptionOf(channel), {
    payload: JSON.stringify(payload),
    ttl: Math.ceil(lifetimes[first.event] / 1000),
    topic: sha256(tag).slice(0, 32),
  })
}

async function sendSms(
  { sms }: Dependencies,
  { channel, first, content }: Pick<Group, 'channel' | 'first' | 'content'>,
): Promise<SendOutcome> {
  const template = sms?.plan.templates.find(({ events }) => events.includes(first.event))
  if (!sms || !template) return 'refused'
  const params = Object.fromEntries(
    Object.entries(template.params).map(([name, value]) => [name, content.values[value]]),
  )
  return sms.send({ phone: channel.address, templateId: template.id, params })
}

async function sendTemplate(
  { db, wechat }: Dependencies,
  { channel, content }: Pick<Group, 'channel' | 'content'>,
): Promise<SendOutcome> {
  const template = wechat?.messages?.templates.find(
    ({ appid, id }) => templateAddress(appid, id) === channel.address,
  )
  const openid = template && (await openidOf(db.query, channel.account_id, template.appid))
  if (!wechat?.messages || !template || openid === undefined) return 'refused'
  return wechat.messages.send({ openid, template, page: content.page, values: content.values })
}

/** Records the outcome of sending; returns when to try again, in epoch ms. */
async function recordOutcome(
  { clock, sms }: Dependencies,
  tx: Query,
  { channel, first, ids, claimedAt }: Group,
  outcome: SendOutcome,
): Promise<number | undefined> {
  const now = clock()
  // a service charges for the messages that it accepts
  if (channel.kind === 'sms' && sms && outcome !== 'sent' && outcome !== 'unknown')
    await refundSms(tx, sms.plan, claimedAt)
  if (outcome === 'later' || (outcome === 'unknown' && isRepeatable(first))) {
    if (channel.kind !== 'sms') await returnPermit(tx, channel)
    await changeMessages(tx, ids, 'sending', { state: 'queued', sending: null })
    return retryTime(first, now)
  }
  if (outcome === 'gone') {
    if (channel.kind === 'push') await removeChannel(tx, channel)
    else await changeChannel(tx, channel, { permits: 0 })
  }
  const state = outcome === 'gone' ? 'refused' : outcome
  await changeMessages(tx, ids, 'sending', { state, ended_at: now })
  return undefined
}

/** The pauses grow; the last attempt comes shortly before the message is too old. */
function retryTime({ attempts, expires_at }: MessageRow, now: number): number {
  const again = now + Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), MESSAGE_RETRY_MS)
  return again < expires_at ? again : Math.max(now + FIRST_RETRY_MS, expires_at - FIRST_RETRY_MS)
}
