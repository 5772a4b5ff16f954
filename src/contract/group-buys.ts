import { Type } from '@sinclair/typebox'
import { failures, type SentFailureCode } from '@/domain/failure'
import {
  ENTRY_BATCH,
  groupBuyActions,
  groupBuyStates,
  MAX_GROUP_BUY_GOODS,
  MAX_GROUP_BUY_WORDS,
  MAX_POINTS,
  minimumKinds,
} from '@/domain/group-buy/group-buy'
import { chatDoubts, MAX_CHAT_LENGTH } from '@/domain/group-buy/read-entry'
import { fulfilments } from '@/domain/order/fulfilment'
import { MAX_NOTE_LENGTH, MAX_QUANTITY, orderStates } from '@/domain/order/order'
import { collectionMeans } from '@/domain/payment/collection'
import { paymentMethods, paymentStates } from '@/domain/payment/payment'
import { PHONE_PATTERN } from '@/domain/receiver/receiver'
import { OrderParams, OrderShape, OrderSummaryShape } from './order/orders'
import { ReceiverShape } from './order/receiver'
import { PhotoShape } from './product/photos'
import type { Route } from './route'
import {
  CheckedWords,
  Exact,
  FileLinkShape,
  IdShape,
  MomentShape,
  OneOf,
  PageOf,
  PageQuery,
  PriceShape,
  ShopParams,
  ShownWords,
  SlugShape,
  SumShape,
  VersionShape,
  Words,
} from './shapes'
import { LookShape } from './shop/looks'
import { ShopShape } from './shop/shops'
import { storefrontRoutes } from './shop/storefronts'

/** A place where goods are handed out; `when` is day and hours in the owner's words. */
export const PickupPointShape = Exact({
  id: IdShape,
  name: CheckedWords('pickup-place', 1, 60),
  when: Type.Optional(CheckedWords('pickup-place', 1, 40)),
})

const Quantity = Type.Integer({ minimum: 1, maximum: MAX_QUANTITY })
const LineShape = Exact({ skuId: IdShape, quantity: Quantity })
const Lines = Type.Array(LineShape, { minItems: 1, maxItems: MAX_GROUP_BUY_GOODS })

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
const EntryParams = Exact({ ...GroupBuyParams.properties, orderId: OrderParams.properties.orderId })

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

const PastedEntryShape = Exact({
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

const TickShape = Exact({
  /** Made by the phone; the same tick again changes nothing. */
  id: IdShape,
  orderId: IdShape,
  /** `undo` takes back a tick. */
  kind: OneOf(['hand-out', 'undo']),
  /** In what the money of an entry that is due was received. */
  means: Type.Optional(OneOf(collectionMeans)),
})

export const groupBuyRoutes = {
  'GET /api/shops/:shopId/group-buys': {
    summary: 'The group buys of a shop, newest first, drafts among them.',
    access: 'owner',
    params: ShopParams,
    query: PageQuery,
    reply: PageOf(GroupBuyShape),
  },
  'GET /api/shops/:shopId/group-buys/:groupBuyId': {
    summary: 'A group buy as its owner reads it, with the steps that she may take now.',
    access: 'owner',
    params: GroupBuyParams,
    reply: Exact({ groupBuy: GroupBuyShape, actions: Type.Array(OneOf(groupBuyActions)) }),
  },
  'PUT /api/shops/:shopId/group-buys/:groupBuyId': {
    summary:
      'Create (version 0) or change a group buy; a stale version is 409 `version-conflict` with it as it is. Once it is open, goods, points, words and time can be added, and nothing that somebody may have ordered changes.',
    access: 'owner',
    params: GroupBuyParams,
    body: Type.Composite([Exact({ version: VersionShape }), GroupBuyInputShape], {
      additionalProperties: false,
    }),
    reply: GroupBuyShape,
  },
  'DELETE /api/shops/:shopId/group-buys/:groupBuyId': {
    summary: 'Remove a draft. Doing it again is fine.',
    access: 'owner',
    params: GroupBuyParams,
    reply: Exact({ removed: Type.Boolean() }),
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/steps': {
    summary:
      'Publish, close, accept below its minimum, prolong (until `endsAt`) or call off a group buy, once for each id. A step that is not possible is 409 `not-allowed-now` with it as it is; more than 20 open ones are `group-buy-quota`.',
    access: 'owner',
    params: GroupBuyParams,
    body: Exact({ id: IdShape, action: OneOf(groupBuyActions), endsAt: Type.Optional(MomentShape) }),
    reply: GroupBuyShape,
  },
  'GET /api/storefronts/:slug/group-buys': {
    summary: 'The open group buys of a shop, newest first, at most three.',
    access: 'anyone',
    params: Exact({ slug: SlugShape }),
    reply: Exact({ items: Type.Array(GroupBuyShape) }),
  },
  'GET /api/storefronts/:slug/group-buys/:groupBuyId': {
    summary:
      'All that the first screen of a group buy needs: shop, theme, the group buy and its newest 20 entries.',
    access: 'anyone',
    params: Exact({ slug: SlugShape, groupBuyId: IdShape }),
    reply: Exact({
      shop: ShopShape,
      theme: LookShape.properties.theme,
      groupBuy: GroupBuyShape,
      entries: PageOf(PublicEntryShape),
      onlinePayments: storefrontRoutes['GET /api/storefronts/:slug'].reply.properties.onlinePayments,
    }),
  },
  'GET /api/shops/:shopId/group-buys/:groupBuyId/entries': {
    summary: 'The entries of a group buy that stand, newest first.',
    access: 'anyone',
    params: GroupBuyParams,
    query: PageQuery,
    reply: PageOf(PublicEntryShape),
  },
  'GET /api/shops/:shopId/group-buys/:groupBuyId/mine': {
    summary:
      'The entries of the caller that stand, and the goods that the caller last took in another group buy of the shop.',
    access: 'signed-in',
    params: GroupBuyParams,
    reply: Exact({ entries: Type.Array(OrderSummaryShape), last: Type.Optional(Lines) }),
  },
  'PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId': {
    summary:
      'Join a group buy, or change an entry (`replaces`) under its number. The server prices it: another total is 409 `price-changed`. `group-buy-over` and `group-buy-cancelled` say that it ended, `group-buy-full` what can still be taken. The same request again answers the same.',
    access: 'signed-in',
    params: EntryParams,
    body: Exact({
      lines: Lines,
      fulfilment: Exact({ kind: OneOf(fulfilments) }),
      /** With `pickup`: where. */
      pointId: Type.Optional(IdShape),
      receiver: ReceiverShape,
      payment: Exact({ method: OneOf(paymentMethods) }),
      seenTotal: SumShape,
      note: Type.Optional(CheckedWords('order-note', 1, MAX_NOTE_LENGTH)),
      /** Public lists show no name. */
      anonymous: Type.Optional(Type.Boolean()),
      /** The entry of the caller that this one replaces. */
      replaces: Type.Optional(IdShape),
    }),
    reply: OrderShape,
  },
  'DELETE /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId': {
    summary:
      'Leave a group buy while it is open: its buyer any entry, the owner one that was pasted. Doing it again is fine.',
    access: 'owner-or-buyer',
    params: EntryParams,
    reply: OrderShape,
  },
  'GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders': {
    summary:
      'The entries of a group buy as its shop reads them, in the order of their numbers; those that left are cancelled.',
    access: 'owner',
    params: GroupBuyParams,
    query: PageQuery,
    reply: PageOf(EntryShape),
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/chat-list': {
    summary: 'Read a list that was pasted from a chat. Nothing is stored.',
    access: 'owner',
    params: GroupBuyParams,
    body: Exact({ text: Words(1, MAX_CHAT_LENGTH) }),
    reply: Exact({
      entries: Type.Array(ReadEntryShape),
      other: Type.Array(Exact({ line: Type.Integer(), text: Type.String() })),
    }),
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted': {
    summary:
      'Store entries that were read from a chat, each once for its id, and answer for each its number or why it was refused.',
    access: 'owner',
    params: GroupBuyParams,
    body: Exact({ entries: Type.Array(PastedEntryShape, { minItems: 1, maxItems: ENTRY_BATCH }) }),
    reply: Exact({
      items: Type.Array(
        Exact({
          orderId: IdShape,
          number: Type.Optional(Type.Integer()),
          code: Type.Optional(OneOf(Object.keys(failures) as [SentFailureCode, ...SentFailureCode[]])),
        }),
      ),
    }),
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/hand-outs': {
    summary:
      'Hand out entries of a closed group buy, or take that back, each once for its id. Money that is due is received with it. Entries in another state stay unchanged.',
    access: 'owner',
    params: GroupBuyParams,
    body: Exact({ ticks: Type.Array(TickShape, { minItems: 1, maxItems: ENTRY_BATCH }) }),
    reply: Exact({ items: Type.Array(EntryShape) }),
  },
  'POST /api/shops/:shopId/group-buys/:groupBuyId/sheets': {
    summary: 'A link to a spreadsheet of the entries: what to pack, and one sheet for each pickup point.',
    access: 'owner',
    params: GroupBuyParams,
    reply: FileLinkShape,
  },
} as const satisfies Record<string, Route>
