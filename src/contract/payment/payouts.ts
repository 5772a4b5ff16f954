import { Type } from '@sinclair/typebox'
import { payoutStates } from '@/domain/payment/payout'
import type { Route } from '../route'
import { DayShape, Exact, OneOf, ShopParams, SumShape } from '../shapes'

const PayoutShape = Exact({
  /** The day on which it was begun. */
  day: DayShape,
  amount: SumShape,
  state: OneOf(payoutStates),
  /** Why the bank did not take it or sent it back, in WeChat Pay's words. */
  reason: Type.Optional(Type.String()),
})

/** The money of a seller of a platform at WeChat Pay. */
const SellerAccountShape = Exact({
  /** The money that can be paid out now, in fen; absent when WeChat Pay does not answer. */
  available: Type.Optional(Type.Integer()),
  /** The part of it that stays there for refunds, in fen. */
  reserve: SumShape,
  /** An operator has blocked a shop of the seller, whose money stays for refunds. */
  isPaused: Type.Optional(Type.Boolean()),
  /** True if WeChat Pay pays the seller out by itself. */
  isAutomatic: Type.Boolean(),
  /** The last ten, the latest first. */
  payouts: Type.Array(PayoutShape),
})

export const payoutRoutes = {
  'GET /api/shops/:shopId/payouts': {
    summary:
      'The balance of the seller at WeChat Pay and the payouts to their bank account; no account unless the seller was accepted by a platform that is connected.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({ account: Type.Optional(SellerAccountShape) }),
  },
} as const satisfies Record<string, Route>
