/**
 * The states of a payout to a seller's bank account. `requested`: the service may not know it yet. `processing`: the bank has not answered.
 * `done`: the service has paid it, and the bank may still return it. `failed`: it was not paid. `returned`: the bank sent it back. The money
 * of the last two is in the seller's balance again.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4012476656 (`status`)
 */
export const payoutStates = ['requested', 'processing', 'done', 'failed', 'returned'] as const
export type PayoutState = (typeof payoutStates)[number]

/** The smallest payout, in fen: transfers of a few fen would fill the seller's bank statement. */
const MIN_PAYOUT = 100
/** The largest payout, in fen. Source: https://pay.weixin.qq.com/doc/v3/partner/4012476652 (`amount`) */
const MAX_PAYOUT = 80_000_000_000

/** The amount that is paid out of a balance when a reserve stays there, in fen; 0 when it would be too small. */
export function payoutAmount({ available, reserve }: { available: number; reserve: number }): number {
  const amount = Math.min(available - reserve, MAX_PAYOUT)
  return amount < MIN_PAYOUT ? 0 : amount
}
