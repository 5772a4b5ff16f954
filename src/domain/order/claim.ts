import type { Static } from '@sinclair/typebox'
import type { ClaimRequestShape, ClaimShape } from '@/contract/order/claims'
import type { Trade } from '../shop/trade'
import type { AfterSaleAction } from './after-sale'
import type { Order } from './order'

/** The wishes of a buyer: money, money against the goods, or other goods. */
export const claimWishes = ['refund', 'return', 'resend'] as const
export type ClaimWish = (typeof claimWishes)[number]

export const claimReasons = ['spoiled', 'wrong', 'missing', 'unwanted', 'other'] as const
export type ClaimReason = (typeof claimReasons)[number]

/** A buyer's claim after an order was sent, and its outcome. */
export type Claim = Static<typeof ClaimShape>
export type ClaimRequest = Static<typeof ClaimRequestShape>

export const MAX_CLAIM_PHOTOS = 6
export const MAX_CLAIM_TEXT_LENGTH = 200
/** Maximum length of what a side says with a step. */
export const MAX_STEP_NOTE_LENGTH = 60

/** The step by which a buyer asks for it. */
export const askingFor: Record<ClaimWish, AfterSaleAction> = {
  refund: 'ask-refund',
  return: 'ask-return',
  resend: 'ask-resend',
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * The time after delivery to make a claim, in ms: 24 hours for fresh goods, which the right to return excludes, else seven days.
 * Source: Consumer Protection Law (消费者权益保护法), article 25.
 */
export const claimWindows: Record<Trade, number> = {
  fruit: DAY_MS,
  'eggs-meat': DAY_MS,
  nuts: 7 * DAY_MS,
  grain: 7 * DAY_MS,
  honey: 7 * DAY_MS,
  inn: 7 * DAY_MS,
  herbs: 7 * DAY_MS,
  handicraft: 7 * DAY_MS,
  plain: 7 * DAY_MS,
}

/** Time in ms after which silence decides, and when it is reminded of. */
export const SILENCE_MS = 72 * HOUR_MS
const REMINDERS_MS = [24 * HOUR_MS, 48 * HOUR_MS] as const

/** The history action of a reminder that nobody has answered yet. */
export const REMIND = 'remind'

/** The next reminder, or the deadline itself, of an answer that is due at `answerBy`; all in epoch ms. */
export function nextReminder(answerBy: number, now: number): number {
  const requestedAt = answerBy - SILENCE_MS
  return REMINDERS_MS.map((after) => requestedAt + after).find((at) => at > now) ?? answerBy
}

/** True when a claim can be made for an order that was sent: until it is delivered, and in its window after that. */
export const isClaimable = ({ state }: Pick<Order, 'state'>, claimUntil: number | undefined, now: number) =>
  state === 'underway' || (state === 'done' && claimUntil !== undefined && now < claimUntil)

/** The value of the goods that a claim names, in fen: lines by their position in the order. */
export const claimedValue = (
  { lines }: Pick<Order, 'lines'>,
  claimed: readonly { line: number; quantity: number }[],
): number => claimed.reduce((sum, { line, quantity }) => sum + (lines[line]?.price ?? 0) * quantity, 0)

/** The position in a claim of goods that the order does not hold, or holds fewer of; -1 when all are right. */
export const findForeignGoods = (
  { lines }: Pick<Order, 'lines'>,
  claimed: readonly { line: number; quantity: number }[],
): number =>
  claimed.findIndex(
    ({ line, quantity }, i) =>
      quantity > (lines[line]?.quantity ?? 0) || claimed.findIndex((other) => other.line === line) !== i,
  )

/** True when goods that come back can be sold again. */
export const isRestocked = ({ reason }: Pick<Claim, 'reason'>): boolean => reason !== 'spoiled'
