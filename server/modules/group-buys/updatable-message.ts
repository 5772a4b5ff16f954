import type { FastifyBaseLogger } from 'fastify'
import type { RouteReply } from '@/contract/routes'
import { CURRENT_CARD_MS, entryLimit, type GroupBuy, hasCurrentCard } from '@/domain/group-buy/group-buy'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { CardState } from '../../gateways/wechat-updatable-messages'
import { addJob, type Job } from '../../jobs/jobs'
import type { JobKind } from '../../jobs/worker'
import { lockShop } from '../shops/shop-lock'
import { findShop, isHidden, mustFindVisible } from '../shops/store'
import { findGroupBuy, type GroupBuyKey, readPublished, toGroupBuy } from './store'

type Deps = Pick<AppDependencies, 'db' | 'wechat' | 'clock'>
type Log = Pick<FastifyBaseLogger, 'warn'>
type Message = RouteReply<'GET /api/storefronts/:slug/group-buys/:groupBuyId/message'>

/** The kind of job that keeps the cards of a group buy in chats current. */
export const UPDATE_MESSAGE = 'update-group-buy-message'

const EVERY_MS = 60_000

/** The activity of a group buy's cards, as it is stored. */
interface StoredMessage {
  activityId: string
  /** When WeChat ends it (epoch ms). */
  until: number
  /** What its cards show, as JSON. */
  shown?: string
}

const PAGE = 'pages/group-buy/index'

/**
 * Returns the activity with which cards of a group buy are sent; creates it when the first card is about to be sent. Cards are plain ones when
 * WeChat creates none.
 * @throws ApiError `not-found`
 */
export async function readMessage(deps: Deps, slug: string, groupBuyId: string, log: Log): Promise<Message> {
  const { db, clock, wechat } = deps
  const key = { shopId: await mustFindVisible(db.query, slug), groupBuyId }
  const groupBuy = await readPublished(db.query, key)
  if (!wechat?.updatableMessages || !hasCurrentCard(groupBuy, clock())) return {}
  const known = await readStored(db.query, key, clock())
  const stored = known ?? (await createStored(deps, key, log))
  if (!stored) return {}
  const { entries, limit } = countsOf(groupBuy)
  return { activityId: stored.activityId, entries, limit }
}

const countsOf = (groupBuy: GroupBuy) => ({
  entries: groupBuy.counts.entries,
  limit: entryLimit(groupBuy) ?? groupBuy.counts.entries,
})

/** The activity of a group buy, unless WeChat has ended it. */
async function readStored(db: Query, key: GroupBuyKey, now: number): Promise<StoredMessage | undefined> {
  const json = (await findGroupBuy(db, key))?.updatable_message
  const stored = json ? readJson<StoredMessage>(json) : undefined
  return stored && stored.until > now ? stored : undefined
}

async function createStored(
  { db, clock, wechat }: Deps,
  key: GroupBuyKey,
  log: Log,
): Promise<StoredMessage | undefined> {
  const created = await wechat?.updatableMessages?.createActivity().catch((error: unknown) => {
    log.warn({ err: error }, 'WeChat created no updatable message: cards stay as they are sent')
    return undefined
  })
  if (!created) return undefined
  return db.withTx(async (tx) => {
    await lockShop(tx, key.shopId)
    // somebody else was faster; the second activity is never sent
    const other = await readStored(tx, key, clock())
    if (other) return other
    const stored = { activityId: created.id, until: created.until }
    await store(tx, key, stored)
    const id = `${UPDATE_MESSAGE}:${key.shopId}:${key.groupBuyId}`
    await addJob(tx, { id, kind: UPDATE_MESSAGE, payload: key, runAt: clock() + EVERY_MS })
    return stored
  })
}

const store = (tx: Query, { shopId, groupBuyId }: GroupBuyKey, stored: StoredMessage | null) =>
  tx
    .updateTable('group_buy')
    .set({ updatable_message: stored && JSON.stringify(stored) })
    .where('shop_id', '=', shopId)
    .where('id', '=', groupBuyId)
    .execute()

/** What the cards of a group buy show; undefined where they end by themselves, as for one that was called off. */
function cardOf(groupBuy: GroupBuy, slug: string): CardState | undefined {
  const { entries: count, limit } = countsOf(groupBuy)
  if (groupBuy.state === 'closed') return { kind: 'begun', page: `${PAGE}?slug=${slug}&id=${groupBuy.id}` }
  return groupBuy.state === 'cancelled' ? undefined : { kind: 'joining', count, limit }
}

/**
 * Updates the cards of a group buy when they show something else than it is.
 * @returns when it has to run again (epoch ms); undefined when it is over or WeChat keeps no activity of it
 */
async function updateMessage(
  { db, clock, wechat }: Deps,
  key: GroupBuyKey,
  log: Log,
): Promise<number | undefined> {
  const stored = await readStored(db.query, key, clock())
  const shop = await findShop(db.query, key.shopId)
  const row = await findGroupBuy(db.query, key)
  if (!stored || !shop || isHidden(shop) || !row) return undefined
  const card = cardOf(await toGroupBuy(db.query, row), shop.slug)
  const shown = JSON.stringify(card)
  const again = clock() + EVERY_MS
  try {
    if (card && shown !== stored.shown) await wechat?.updatableMessages?.update(stored.activityId, card)
  } catch (error) {
    log.warn({ err: error }, 'WeChat did not update the cards of a group buy')
    if (!(error instanceof GatewayError) || error.kind === 'unavailable') return again
    await db.withTx((tx) => store(tx, key, null))
    return undefined
  }
  const isOver = card?.kind !== 'joining'
  await db.withTx((tx) => store(tx, key, isOver ? null : { ...stored, shown }))
  return isOver ? undefined : again
}

/** The job kind that keeps cards current. */
export const messageJob = (deps: Deps, log: Log): JobKind => ({
  maxDelay: CURRENT_CARD_MS,
  run: (job: Job) => updateMessage(deps, readJson<GroupBuyKey>(job.payload), log),
})
