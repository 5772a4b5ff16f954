import type { Query } from '../../db/database'
import { addJob } from '../../jobs/jobs'
import type { ApplicationRow } from './store'

export const FOLLOW_APPLICATION = 'follow-application'

/** Names an application in jobs: papers that are sent again have the same number. */
export interface ApplicationPath {
  shopId: string
  number: string
  sentAt: number
}

const MINUTE_MS = 60_000

/** Adds the job that asks WeChat Pay how an application stands until it ends. */
export const addFollowingJob = (tx: Query, { shop_id: shopId, number, sent_at: sentAt }: ApplicationRow) =>
  addJob(tx, {
    id: `${FOLLOW_APPLICATION}:${number}:${sentAt}`,
    kind: FOLLOW_APPLICATION,
    payload: { shopId, number, sentAt } satisfies ApplicationPath,
    runAt: sentAt + MINUTE_MS,
  })
