import { Type } from '@sinclair/typebox'
import { afterSaleStates } from '@/domain/order/after-sale'
import { fulfilments } from '@/domain/order/fulfilment'
import { listedStates } from '@/domain/order/order'
import { MAX_SEARCH_LENGTH } from '@/domain/search'
import { DayShape, Exact, IdShape, MonthShape, OneOf, PageQuery, Words } from '../shapes'

export const orderFilter = {
  state: Type.Optional(OneOf(listedStates)),
  day: Type.Optional(DayShape),
  month: Type.Optional(MonthShape),
  /** The day for which the order is. */
  slotDay: Type.Optional(DayShape),
  fulfilment: Type.Optional(OneOf(fulfilments)),
  /** `paid`: the money has been received. `due`: it is still to be received in person. */
  payment: Type.Optional(OneOf(['paid', 'due'])),
  /** Orders that went by courier and whose waybill is not named yet. */
  waybill: Type.Optional(Type.Literal('missing')),
  /** Any order of a buyer, for all orders of the same buyer: a shop never learns accounts. */
  buyer: Type.Optional(IdShape),
}

export const OrderQuery = Exact({
  ...PageQuery.properties,
  ...orderFilter,
  /** `open` for all claims that need an action of the owner. */
  afterSale: Type.Optional(OneOf([...afterSaleStates, 'open'])),
  /** An order number, part of a name, of a phone or of goods, or the pinyin initials of a name or of goods. */
  search: Type.Optional(Words(1, MAX_SEARCH_LENGTH)),
})
