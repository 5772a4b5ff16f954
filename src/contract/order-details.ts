import { Type } from '@sinclair/typebox'
import { MAX_NOTE_LENGTH } from '@/domain/order'
import { changeRequestStates } from '@/domain/order-details'
import { SlotShape } from './delivery-slots'
import { ReceiverShape } from './receiver'
import { Exact, IdShape, MomentShape, OneOf, Words } from './shapes'

/** What a buyer may change about an order. Without a slot that of the order stays. */
export const OrderDetailsShape = Exact({
  receiver: ReceiverShape,
  note: Type.Optional(Words(1, MAX_NOTE_LENGTH)),
  slot: Type.Optional(SlotShape),
})

/** What a buyer asks to change after the shop has accepted the order. */
export const ChangeRequestShape = Exact({
  id: IdShape,
  ...OrderDetailsShape.properties,
  state: OneOf(changeRequestStates),
  at: MomentShape,
  answeredAt: Type.Optional(MomentShape),
})
