import type { ColumnType, Generated, Kysely } from 'kysely'
import type { AfterSaleState } from '@/domain/order/after-sale'
import type { ClaimReason, ClaimWish } from '@/domain/order/claim'
import type { SlotPart } from '@/domain/order/delivery-slot'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { OrderState } from '@/domain/order/order'
import type { Carrier } from '@/domain/order/parcel'
import type { CollectionMeans } from '@/domain/payment/collection'
import type { PaymentMethod, PaymentState } from '@/domain/payment/payment'
import type { Flag, Json, Moment } from './column-types'

/** A column that is inserted, and then only written by `moveOrder`. */
type Moved<T> = ColumnType<T, T, never>

/** The orders as `moveOrder` writes them, which may change their states. */
export type MovableOrders = Kysely<{
  shop_order: {
    [Column in keyof OrderTable]: OrderTable[Column] extends Moved<infer T> ? T : OrderTable[Column]
  }
}>

export interface OrderTable {
  shop_id: string
  id: string
  number: number
  /** The account of the buyer. An entry of a group buy that was pasted from a chat has none; it has the id of its shop instead. */
  buyer_id: string
  request_hash: string
  state: Moved<OrderState>
  payment_method: Moved<PaymentMethod>
  payment_state: Moved<PaymentState>
  after_sale: Moved<AfterSaleState>
  lines: Json
  goods: number
  freight: number
  total: number
  fulfilment: Fulfilment
  receiver: Json
  note: string | null
  history: Json
  created_at: Moment
  updated_at: Moment
  /** Keyed hash of the client address of a new buyer's order, while the order waits. */
  buyer_address: string | null
  /** When a waiting order is cancelled automatically; `null` once the shop has answered. */
  expires_at: Moment | null
  /** The amount that the seller received in person, in fen; `null` while it is the total in cash, or nothing yet. */
  collected: number | null
  collected_means: CollectionMeans | null
  collected_note: string | null
  /** The amount that the seller has returned in person, in fen. */
  returned: Generated<number>
  /** When silence decides an open claim or request, and when it is next reminded of; the last time is the same. */
  answer_by: Moment | null
  remind_at: Moment | null
  /** The end of the time in which a delivered order can be claimed for. */
  claim_until: Moment | null
  /** The text by which the shop finds the order, in the index of the newest; `search_more` has the rest of a long text. */
  search: Generated<string>
  search_more: string | null
  carrier: Carrier | null
  waybill: string | null
  /** The day, or half of it, for which the buyer orders; both are `null` in a shop without days to choose. */
  slot_day: string | null
  slot_part: SlotPart | null
  /** Counts the changes of receiver, note and slot. */
  details_version: Generated<number>
  /** The last change that the buyer requested, with its state. */
  change_request: Json | null
  /** When its receiver is shortened next, or removed; `null` while its buyer and its shop exist. */
  forget_at: Moment | null
  /** The group buy of which it is an entry, and the number of the entry, which a changed entry passes on. */
  group_buy_id: string | null
  entry: number | null
  /** 1 while the group buy is open or fell short. */
  gathering: Generated<Flag>
  /** The pickup point, whether public lists show no name, and the number in the chat, as JSON. */
  entry_details: Json | null
  /** Until when an entry is paid online; 0 before its group buy closes, `null` for `PAY_WITHIN_MS` from its creation. */
  pay_until: Moment | null
}

/** The number of orders for a slot that are not cancelled. `id` is its `slotKey`. */
export interface SlotCountTable {
  shop_id: string
  id: string
  day: string
  taken: number
}

/** A claim of a buyer after the order was sent. `state` follows that of the order until the claim is over. */
export interface ClaimTable {
  shop_id: string
  id: string
  order_id: string
  /** Counts the claims of the order from 1. */
  number: number
  request_hash: string
  wish: ClaimWish
  reason: ClaimReason
  text: string | null
  /** The claimed lines of the order, and the photos with their hashes. */
  goods: Json
  photos: Json
  amount: number
  /** The amount that the seller offers or has granted, in fen. */
  granted: number | null
  /** 1 when the goods came back into the stock. */
  restocked: Flag
  state: AfterSaleState
  created_at: Moment
}

/**
 * An account that ordered from a shop. `orders` is the number of its orders; `blocked_at` is set while the shop rejects new
 * ones. `block_request` is the id of the last block request; `bought` is 1 while one of the orders is completed.
 */
export interface ShopBuyerTable {
  shop_id: string
  account_id: string
  orders: number
  blocked_at: Moment | null
  block_request: string | null
  bought: Generated<Flag>
}
