export const FOLLOW_PAYOUT = 'follow-payout'

export interface PayoutPath {
  shopId: string
  number: string
}

/** The job that requests a payout and queries it until it can no longer change. */
export const followingJob = (path: PayoutPath, runAt: number) => ({
  ...{ id: `${FOLLOW_PAYOUT}:${path.number}`, kind: FOLLOW_PAYOUT },
  ...{ payload: path, runAt },
})
