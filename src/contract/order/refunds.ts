import { Type } from '@sinclair/typebox'
import { refundStates } from '@/domain/payment/refund'
import { Exact, MomentShape, OneOf, ShownWords, SumShape } from '../shapes'

/** Money of an order that was paid online and is returned. */
export const ReturnedMoneyShape = Exact({
  amount: SumShape,
  /** The seller's note about it. */
  note: Type.Optional(ShownWords('refund-note')),
  state: OneOf(refundStates),
  at: MomentShape,
  /** The payment service refuses it for now; it is sent again by itself. */
  isRefused: Type.Optional(Type.Boolean()),
  /** For the owner: the service's error code then. */
  refusal: Type.Optional(Type.String()),
  /** For the owner: the service has paid it to the owner, who returns it in person. */
  isSentBack: Type.Optional(Type.Boolean()),
  /** The service is paying it to the seller, who asked for that. */
  isGoingBack: Type.Optional(Type.Boolean()),
  /** For the owner: the service has paid it to the buyer although the owner had returned it in person. */
  isReturnedTwice: Type.Optional(Type.Boolean()),
})
