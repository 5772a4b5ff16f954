import type { FastifyBaseLogger } from 'fastify'
import { isUnderWay } from '@/domain/payment/payment-application'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { HOUR_MS, MINUTE_MS } from '../../jobs/intervals'
import { addJob } from '../../jobs/jobs'
import { askApplication } from './ask-application'
import { type ApplicationRow, findApplication } from './store'

/** Papers that came back are not asked for longer than this; WeChat Pay itself cancels what nobody signs within 30 days. */
const LONGEST_MS = 90 * 24 * HOUR_MS

/** The longest time between two questions, in ms. */
export const FOLLOW_MS = HOUR_MS

/**
 * Asks how an application stands. Returns when to ask again, in epoch milliseconds: soon in its first hour, then every hour; undefined when
 * it has ended or was sent again.
 */
export async function followApplication(
  deps: AppDependencies,
  storefronts: StorefrontCache,
  { shopId, number, sentAt }: ApplicationPath,
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>,
): Promise<number | undefined> {
  const row = await findApplication(deps.db.query, shopId)
  if (row?.number !== number || row.sent_at !== sentAt) return undefined
  const { state } = await askApplication(deps, row, log)
  if (state !== row.state) storefronts.invalidateShop(shopId)
  const now = deps.clock()
  if (!isUnderWay(state) || now - sentAt > LONGEST_MS) return undefined
  return now + (now - sentAt < HOUR_MS ? 5 * MINUTE_MS : FOLLOW_MS)
}

export const FOLLOW_APPLICATION = 'follow-application'

/** Names an application in jobs: papers that are sent again have the same number. */
export interface ApplicationPath {
  shopId: string
  number: string
  sentAt: number
}

/** Adds the job that asks WeChat Pay how an application stands until it ends. */
export const addFollowingJob = (tx: Query, { shop_id: shopId, number, sent_at: sentAt }: ApplicationRow) =>
  addJob(tx, {
    id: `${FOLLOW_APPLICATION}:${number}:${sentAt}`,
    kind: FOLLOW_APPLICATION,
    payload: { shopId, number, sentAt } satisfies ApplicationPath,
    runAt: sentAt + MINUTE_MS,
  })
