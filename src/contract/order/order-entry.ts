import { Type } from '@sinclair/typebox'
import { Exact, IdShape, ShownWords } from '../shapes'

/** What an order is in a group buy: its number, and where it is handed out. */
export const OrderEntryShape = Exact({
  id: IdShape,
  entry: Type.Integer(),
  point: Type.Optional(
    Exact({
      id: IdShape,
      name: ShownWords('pickup-place'),
      when: Type.Optional(ShownWords('pickup-place')),
    }),
  ),
  anonymous: Type.Optional(Type.Boolean()),
  /** The number in the chat from which the shop pasted it. */
  chatNumber: Type.Optional(Type.Integer()),
})
