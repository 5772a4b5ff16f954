import { Type } from '@sinclair/typebox'
import { documentKinds } from '@/domain/documents'
import { sellersApplicationStates } from '@/domain/payment/payment-application'
import { ownAppStates, ownAppSteps } from '@/domain/shop/own-app'
import { DayShape, Exact, IdShape, MomentShape, OneOf, ShownWords, SumShape } from './shapes'
import { ShopMessageShape } from './shop/shop-messages'

/** The number of claims that buyers have made, if any. It only increases. */
const ClaimsShape = Type.Optional(Type.Integer())

/** The number of orders that wait for a shop, and the time of the last change to one of them. */
export const WaitingShape = Exact({
  count: Type.Integer(),
  changedAt: Type.Optional(MomentShape),
  claims: ClaimsShape,
})

/** The most urgent tasks of the owner of a shop, and the sales of the last days. */
export const TodayShape = Exact({
  waiting: Type.Integer(),
  /** The number of orders that have reached the shop; one paid online does when it is paid. It only increases. */
  arrived: Type.Integer(),
  /** When the oldest waiting order was placed. */
  oldestWaiting: Type.Optional(MomentShape),
  /** Waiting orders that expire within one day: their number and the earliest expiry. */
  expiring: Type.Optional(Exact({ count: Type.Integer(), first: MomentShape })),
  /** The number of orders that expired within the last two days, if any. */
  expired: Type.Optional(Type.Integer()),
  accepted: Type.Integer(),
  /** Orders that wait for the shop in any way: the number of the list `to-do`. */
  toDo: Type.Optional(Type.Integer()),
  underway: Type.Integer(),
  /** Claims that need an action of the owner. */
  openRefunds: Type.Integer(),
  claims: ClaimsShape,
  /** Orders with money that their payment service could not return, but for claims: their number and the oldest of them. */
  failedRefunds: Type.Optional(Exact({ count: Type.Integer(), orderId: IdShape })),
  /** Orders with money that their payment service refuses to return for now: their number and the oldest of them. */
  refusedRefunds: Type.Optional(Exact({ count: Type.Integer(), orderId: IdShape })),
  /** Orders on their way by courier whose money WeChat holds until the waybill is known: their number and the oldest of them. */
  missingWaybills: Type.Optional(Exact({ count: Type.Integer(), orderId: IdShape })),
  /** The application to WeChat Pay waits for the seller. */
  application: Type.Optional(OneOf(sellersApplicationStates)),
  /** The seller's bank has refused or returned the last payout. */
  failedPayout: Type.Optional(Type.Boolean()),
  /** When silence decides the first of the open claims and cancellation requests. */
  answerBy: Type.Optional(MomentShape),
  cancelRequests: Type.Integer(),
  /** Accepted orders that their buyers ask to change: their number and the oldest of them. */
  changeRequests: Type.Optional(Exact({ count: Type.Integer(), orderId: IdShape })),
  /** The last seven days, today last: orders that were not cancelled and their totals. */
  days: Type.Array(Exact({ day: DayShape, orders: Type.Integer(), total: SumShape })),
  products: Type.Integer(),
  lowStock: Type.Integer(),
  /** How many of `lowStock` are sold out, if any. */
  soldOut: Type.Optional(Type.Integer()),
  /** Somebody asks for the shop with its paper card and gets it at `dueAt`, or chose wrong pictures until the card was locked. */
  paperCard: Type.Optional(
    Exact({ dueAt: Type.Optional(MomentShape), lockedUntil: Type.Optional(MomentShape) }),
  ),
  /** Messages of new orders could reach the owners while their app is closed, and reach none. */
  unreachable: Type.Optional(Type.Boolean()),
  /** The number of notifications of new orders that remain in WeChat, if it is low or 0 and owners are notified only there. */
  remainingAlerts: Type.Optional(Type.Integer()),
  /** The number of texts, photos and voices that others do not see, if any. */
  hiddenParts: Type.Optional(Type.Integer()),
  /** The oldest message of an operator that no owner has read. */
  message: Type.Optional(ShopMessageShape),
  /** New versions of the installation's documents that the reader has not agreed to. */
  documents: Type.Optional(
    Type.Array(Exact({ kind: OneOf(documentKinds), version: Type.Integer(), effectiveAt: MomentShape })),
  ),
  /** The step on which the shop's own mini-program waits, if it has one that is not released. */
  ownApp: Type.Optional(Exact({ step: OneOf(ownAppSteps), state: OneOf(ownAppStates) })),
  /** The group buys that are open, fell short, or have entries to hand out: at most three, the first to end first. */
  groupBuys: Type.Optional(
    Type.Array(
      Exact({
        id: IdShape,
        state: OneOf(['open', 'short', 'closed']),
        words: ShownWords('group-buy-words'),
        endsAt: MomentShape,
        entries: Type.Integer(),
        /** Entries of a closed one that were not handed out. */
        left: Type.Optional(Type.Integer()),
      }),
    ),
  ),
  /** An operator has hidden the shop from buyers. */
  blocked: Type.Optional(Type.Boolean()),
  /** The operator's reason, if one was given. */
  blockedReason: Type.Optional(Type.String()),
})
