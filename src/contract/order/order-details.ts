import { Type } from '@sinclair/typebox'
import { MAX_NOTE_LENGTH } from '@/domain/order/order'
import { changeRequestStates } from '@/domain/order/order-details'
import { CheckedWords, Exact, IdShape, MomentShape, OneOf } from '../shapes'
import { SlotShape } from './delivery-slots'
import { ReceiverShape } from './receiver'

/** The details of an order that its buyer may change. Without a slot, the order keeps its slot. */
export const OrderDetailsShape = Exact({
  receiver: ReceiverShape,
  note: Type.Optional(CheckedWords('order-note', 1, MAX_NOTE_LENGTH)),
  slot: Type.Optional(SlotShape),
})

/** A buyer's request to change an order that the shop has accepted. */
export const ChangeRequestShape = Exact({
  id: IdShape,
  ...OrderDetailsShape.properties,
  state: OneOf(changeRequestStates),
  at: MomentShape,
  answeredAt: Type.Optional(MomentShape),
})
