import type { GroupBuyState, minimumKinds } from '@/domain/group-buy/group-buy'
import type { Flag, Json, Moment } from './column-types'

/** A group buy. Its entries are orders with its id. */
export interface GroupBuyTable {
  shop_id: string
  id: string
  version: number
  edit_hash: string
  state: GroupBuyState
  words: string
  /** The pickup points as they were when it was saved, as JSON. */
  points: Json
  fulfilments: Json
  minimum_kind: (typeof minimumKinds)[number] | null
  /** In the unit of its kind. */
  minimum: number | null
  /** 1 when closing accepts the entries. */
  accepts: Flag
  /** The steps with the ids of their requests. */
  history: Json
  created_at: Moment
  published_at: Moment | null
  ends_at: Moment
  /** When it is called off unless its owner decides, while it is short. */
  decide_by: Moment | null
  closed_at: Moment | null
  prolonged: Flag
  /** The number of the last entry. */
  last_entry: number
  /** The number of entries that stand. */
  entries: number
  /** The updatable message that keeps its cards in chats current, as JSON; see `updatable-message.ts`. */
  updatable_message: Json | null
}

/** Goods of a group buy. */
export interface GroupBuySkuTable {
  shop_id: string
  group_buy_id: string
  sku_id: string
  position: number
  /** In fen; `null` in a draft for the price that the shop has when it is published. */
  price: number | null
  /** The price that is struck through, in fen. */
  struck_price: number | null
  max_per_person: number | null
  max: number | null
  /** The quantity in entries that stand. */
  taken: number
}
