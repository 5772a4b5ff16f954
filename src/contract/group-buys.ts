import { Type } from '@sinclair/typebox'
import { failures, type SentFailureCode } from '@/domain/failure'
import { ENTRY_BATCH, groupBuyActions } from '@/domain/group-buy/group-buy'
import { MAX_CHAT_LENGTH } from '@/domain/group-buy/read-entry'
import { fulfilments } from '@/domain/order/fulfilment'
import { MAX_NOTE_LENGTH } from '@/domain/order/order'
import { paymentMethods } from '@/domain/payment/payment'
import {
  EntryParams,
  EntryShape,
  GroupBuyInputShape,
  GroupBuyParams,
  GroupBuyShape,
  Lines,
  PastedEntryShape,
  PublicEntryShape,
  ReadEntryShape,
  TickShape,
} from './group-buy-shapes'
import { OrderShape, OrderSummaryShape } from './order/orders'
import { ReceiverShape } from './order/receiver'
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
  ShopParams,
  SlugShape,
  SumShape,
  VersionShape,
  Words,
} from './shapes'
import { LookShape } from './shop/looks'
import { ShopShape } from './shop/shops'
import { storefrontRoutes } from './shop/storefronts'

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
  'GET /api/storefronts/:slug/group-buys/:groupBuyId/message': {
    summary:
      'The activity with which WeChat keeps cards of a group buy current, and what they show now; empty when there is none. It ends within a day and limits its entries.',
    access: 'anyone',
    params: Exact({ slug: SlugShape, groupBuyId: IdShape }),
    reply: Exact({
      activityId: Type.Optional(Type.String()),
      /** Entries that stand, and that can stand at most. */
      entries: Type.Optional(Type.Integer()),
      limit: Type.Optional(Type.Integer()),
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
