import { Type } from '@sinclair/typebox'
import {
  groupBuyStates,
  MAX_GROUP_BUY_GOODS,
  MAX_GROUP_BUY_WORDS,
  MAX_POINTS,
  minimumKinds,
} from '@/domain/group-buy/group-buy'
import { chatDoubts } from '@/domain/group-buy/read-entry'
import { fulfilments } from '@/domain/order/fulfilment'
import { MAX_NOTE_LENGTH, MAX_QUANTITY, orderStates } from '@/domain/order/order'
import { collectionMeans } from '@/domain/payment/collection'
import { paymentMethods, paymentStates } from '@/domain/payment/payment'
import { PHONE_PATTERN } from '@/domain/receiver/receiver'
import { OrderParams } from './order/orders'
import { PhotoShape } from './product/photos'
import {
  CheckedWords,
  Exact,
  IdShape,
  MomentShape,
  OneOf,
  PriceShape,
  ShopParams,
  ShownWords,
  SumShape,
  VersionShape,
  Words,
} from './shapes'

/** A place where goods are handed out; `when` is day and hours in the owner's words. */
export const PickupPointShape = Exact({
  id: IdShape,
  name: CheckedWords('pickup-place', 1, 60),
  when: Type.Optional(CheckedWords('pickup-place', 1, 40)),
})

const Quantity = Type.Integer({ minimum: 1, maximum: MAX_QUANTITY })
const LineShape = Exact({ skuId: IdShape, quantity: Quantity })
export const Lines = Type.Array(LineShape, { minItems: 1, maxItems: MAX_GROUP_BUY_GOODS })

const goodsSettings = {
  skuId: IdShape,
  /** The price in this group buy, in fen; absent: the price of the shop. */
  price: Type.Optional(PriceShape),
  /** The quantity that one person may take; absent: any. */
  maxPerPerson: Type.Optional(Quantity),
  /** The quantity that all entries together may take; absent: the stock. */
  max: Type.Optional(Type.Integer({ minimum: 1, maximum: 99_999 })),
}

const settings = {
  goods: Type.Array(Exact(goodsSettings), { minItems: 1, maxItems: MAX_GROUP_BUY_GOODS }),
  /** Where goods are handed out; without a point, only by `fulfilments`. */
  points: Type.Array(PickupPointShape, { maxItems: MAX_POINTS }),
  /** Further ways of the shop in which goods are handed out. */
  fulfilments: Type.Array(OneOf(fulfilments), { maxItems: fulfilments.length, uniqueItems: true }),
  endsAt: MomentShape,
  /** Below it the group buy does not take place. */
  minimum: Type.Optional(
    Exact({ kind: OneOf(minimumKinds), value: Type.Integer({ minimum: 1, maximum: 100_000_000 }) }),
  ),
  /** Closing accepts the entries at once. */
  accepts: Type.Boolean(),
}

export const GroupBuyInputShape = Exact({
  words: CheckedWords('group-buy-words', 0, MAX_GROUP_BUY_WORDS),
  ...settings,
})

export const GroupBuyShape = Exact({
  id: IdShape,
  version: VersionShape,
  state: OneOf(groupBuyStates),
  words: ShownWords('group-buy-words'),
  ...settings,
  points: Type.Array(
    Exact({
      id: IdShape,
      name: ShownWords('pickup-place'),
      when: Type.Optional(ShownWords('pickup-place')),
    }),
  ),
  goods: Type.Array(
    Exact({
      ...goodsSettings,
      productId: IdShape,
      name: ShownWords('product-name'),
      label: Type.Optional(ShownWords('sku-label')),
      unit: ShownWords('product-unit'),
      photo: Type.Optional(PhotoShape),
      /** The price of the shop, in fen. */
      shopPrice: PriceShape,
      /** The price that is struck through: the lowest paid in the seven days before publishing, else the last one paid. */
      struckPrice: Type.Optional(PriceShape),
      /** What can still be taken. */
      left: Type.Integer(),
    }),
  ),
  createdAt: MomentShape,
  publishedAt: Type.Optional(MomentShape),
  closedAt: Type.Optional(MomentShape),
  /** When a group buy that fell short is called off unless its owner decides. */
  decideBy: Type.Optional(MomentShape),
  prolonged: Type.Optional(Type.Boolean()),
  /** What stands: entries, units, and the amount of the goods in fen. */
  counts: Exact({ entries: Type.Integer(), units: Type.Integer(), amount: SumShape }),
})

/** An entry as everybody reads it: never a phone, an address or a full name. */
export const PublicEntryShape = Exact({
  number: Type.Integer(),
  /** The first character of the name, masked; absent for those who want none. */
  name: Type.Optional(Type.String()),
  lines: Type.Array(LineShape),
})

/** An entry as its shop reads it. */
export const EntryShape = Exact({
  orderId: IdShape,
  number: Type.Integer(),
  state: OneOf(orderStates),
  gathering: Type.Optional(Type.Boolean()),
  payment: Exact({ method: OneOf(paymentMethods), state: OneOf(paymentStates) }),
  total: SumShape,
  lines: Type.Array(LineShape),
  name: Type.String(),
  /** Empty in an entry that was pasted without one. */
  phone: Type.String(),
  address: Type.Optional(Type.String()),
  fulfilment: OneOf(fulfilments),
  pointId: Type.Optional(IdShape),
  note: Type.Optional(ShownWords('order-note')),
  anonymous: Type.Optional(Type.Boolean()),
  /** Pasted by the shop: no account owns it. */
  isPasted: Type.Optional(Type.Boolean()),
  /** The number in the chat that was pasted. */
  chatNumber: Type.Optional(Type.Integer()),
  /** When it was handed out. */
  handedOutAt: Type.Optional(MomentShape),
})

export const GroupBuyParams = Exact({ ...ShopParams.properties, groupBuyId: IdShape })
export const EntryParams = Exact({ ...GroupBuyParams.properties, orderId: OrderParams.properties.orderId })

/** A line of a pasted list as the server reads it. */
export const ReadEntryShape = Exact({
  kind: OneOf(['entry', 'cancel']),
  line: Type.Integer(),
  text: Type.String(),
  number: Type.Optional(Type.Integer()),
  name: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  pointId: Type.Optional(IdShape),
  note: Type.Optional(Type.String()),
  lines: Type.Array(LineShape),
  /** Why it may be wrong; empty when it is certain. */
  doubts: Type.Array(OneOf(chatDoubts)),
})

export const PastedEntryShape = Exact({
  orderId: IdShape,
  name: Words(1, 20),
  phone: Type.Optional(Type.String({ pattern: PHONE_PATTERN })),
  pointId: Type.Optional(IdShape),
  lines: Lines,
  note: Type.Optional(CheckedWords('order-note', 1, MAX_NOTE_LENGTH)),
  chatNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  /** A pasted entry that this one replaces under its number. */
  replaces: Type.Optional(IdShape),
})

export const TickShape = Exact({
  /** Made by the phone; the same tick again changes nothing. */
  id: IdShape,
  orderId: IdShape,
  /** `undo` takes back a tick. */
  kind: OneOf(['hand-out', 'undo']),
  /** In what the money of an entry that is due was received. */
  means: Type.Optional(OneOf(collectionMeans)),
})
