import type { Generated } from 'kysely'
import type { AfterSaleState } from '@/domain/after-sale'
import type { Fulfilment } from '@/domain/fulfilment'
import type { OrderState } from '@/domain/order'
import type { PaymentMethod, PaymentState } from '@/domain/payment'
import type { Trade } from '@/domain/trade'

/** JSON kept as text. */
export type Json = string
/** 0 or 1. */
type Flag = number
/** Epoch milliseconds. */
type Moment = number

interface AccountTable {
  id: string
  created_at: Moment
}

/** A way an account signs in. `subject` is the hash of a device's secret, or a WeChat openid. */
interface IdentityTable {
  provider: 'device' | 'wechat'
  subject: string
  account_id: string
  created_at: Moment
  /** The last day it was used, to the day. */
  used_at: Moment
}

/** A token by its hash, and the identity it was given for. */
interface SessionTable {
  token_hash: string
  account_id: string
  provider: 'device' | 'wechat'
  subject: string
  created_at: Moment
  expires_at: Moment
}

interface ShopDirectoryTable {
  slug: string
  shop_id: string
}

interface ShopOwnerTable {
  account_id: string
  shop_id: string
  since: Moment
}

/** A key by its hash. `ended_at` says when it was used or replaced; `salt` is empty for keys of earlier versions. */
interface ShopKeyTable {
  key_hash: string
  shop_id: string
  generation: number
  salt: string
  ended_at: Moment | null
}

/** The installation that the database belongs to, in one row. `secret_mark` is a fingerprint of the secret of owners' keys. */
interface InstallationTable {
  id: string
  secret_mark: string
}

/** Which orders an account placed, across shops. */
export interface AccountOrderTable {
  account_id: string
  shop_id: string
  order_id: string
  created_at: Moment
  /** The order was completed. */
  done: Generated<Flag>
}

/** `unused_since`: when it was uploaded or last let go; whether it is used now, `photo_use` says. */
export interface PhotoTable {
  id: string
  account_id: string
  hash: string
  unused_since: Moment
  /** The size of its files together; null while nobody has measured them. */
  bytes: number | null
}

/** Which products show a photo, or did when it was ordered; `look` in a product's place is what the shop's looks show. */
interface PhotoUseTable {
  photo_id: string
  shop_id: string
  product_id: string
}

/** A voice, as a photo is kept; `ms` is how long it is. */
export interface VoiceTable {
  id: string
  account_id: string
  hash: string
  ms: number
  unused_since: Moment
  bytes: number | null
}

/** Which shops' looks name a voice: the draft, the one that buyers see, or one of the history. */
interface VoiceUseTable {
  voice_id: string
  shop_id: string
}

export interface ShopTable {
  shop_id: string
  slug: string
  trade: Trade
  version: number
  edit_hash: string
  name: string
  place: string | null
  phone: string | null
  notice: string | null
  pickup_place: string | null
  fulfilments: Json
  payments: Json
  freight_fee: number
  freight_free_over: number | null
  /** `null` while the rule of local delivery holds for courier too. */
  courier_fee: number | null
  courier_free_over: number | null
  closed_until: string | null
  look: Json
  look_version: number
  look_edit_hash: string
  opened_by: string
  opened_at: Moment
  request_hash: string
  key_generation: number
  key_request: string | null
  last_order: number
  /** How often the shop or its goods were changed. */
  changes: Generated<number>
  /** Since when an operator keeps it from buyers. */
  blocked_at: Moment | null
  /** Limits on waiting orders; `null` for the defaults. */
  order_limits: Json | null
}

/**
 * An account that ordered in a shop. `orders` counts the orders it placed there; while `blocked_at` is set the shop takes
 * no more of them. `block_request` is the id of the last block.
 */
export interface ShopBuyerTable {
  shop_id: string
  account_id: string
  orders: number
  blocked_at: Moment | null
  block_request: string | null
}

/** What an owner made of her look so far. */
export interface LookDraftTable {
  shop_id: string
  version: number
  edit_hash: string
  look: Json
}

/** A look that buyers saw or see, by the version of the shop's look, and the id it was published by; none for the first. */
export interface LookPublishedTable {
  shop_id: string
  version: number
  request_id: string
  look: Json
  published_at: Moment
}

export interface ProductTable {
  shop_id: string
  id: string
  version: number
  edit_hash: string
  name: string
  unit: string
  category: string | null
  note: string | null
  photos: Json
  on_sale: Flag
  created_at: Moment
}

export interface SkuTable {
  shop_id: string
  id: string
  product_id: string
  position: number
  label: string | null
  price: number
  stock: number
  weight: number | null
}

/** A stock delta that was made, with what it left, so that the same one again answers the same. */
interface StockMoveTable {
  shop_id: string
  id: string
  sku_id: string
  delta: number
  stock: number
  created_at: Moment
}

export interface OrderTable {
  shop_id: string
  id: string
  number: number
  buyer_id: string
  request_hash: string
  state: OrderState
  payment_method: PaymentMethod
  payment_state: PaymentState
  after_sale: AfterSaleState
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
  /** The keyed hash of the address that a new buyer's order came from, while the order waits. */
  buyer_address: string | null
  /** When the order is cancelled unless the shop answers it; `null` once it does not wait. */
  expires_at: Moment | null
}

/** Work to be done later. A lease says until when a worker has it; `dead` work failed too often. */
export interface JobTable {
  id: string
  kind: string
  payload: Json
  run_at: Moment
  attempts: number
  lease_until: Moment
  dead: Flag
  last_error: string | null
}

/** What one network address opened and uploaded on a day. `address` is a keyed hash. */
interface AddressDayTable {
  address: string
  day: string
  shops: number
  bytes: number
}

/** What an operator did to a shop from the command line, and why. */
export interface OperatorLogTable {
  id: string
  at: Moment
  action: 'block' | 'unblock' | 'remove' | 'new-key'
  shop_id: string
  slug: string
  reason: string | null
}

export interface Tables {
  account: AccountTable
  identity: IdentityTable
  session: SessionTable
  shop_directory: ShopDirectoryTable
  shop_owner: ShopOwnerTable
  shop_key: ShopKeyTable
  account_order: AccountOrderTable
  photo: PhotoTable
  photo_use: PhotoUseTable
  voice: VoiceTable
  voice_use: VoiceUseTable
  shop: ShopTable
  shop_buyer: ShopBuyerTable
  look_draft: LookDraftTable
  look_published: LookPublishedTable
  product: ProductTable
  sku: SkuTable
  stock_move: StockMoveTable
  shop_order: OrderTable
  job: JobTable
  installation: InstallationTable
  address_day: AddressDayTable
  operator_log: OperatorLogTable
}
