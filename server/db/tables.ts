import type { Generated } from 'kysely'
import type { ProductText } from '@/domain/product/product-texts'
import type { Trade } from '@/domain/shop/trade'
import type { Standing } from './account-standing'
import type { Flag, Json, Moment } from './column-types'
import type { ContentAppealTable, ContentTable, ContentUseTable } from './content-tables'
import type { GroupBuySkuTable, GroupBuyTable } from './group-buy-tables'
import type { CodeTryTable, HandoverTable, HelpStepTable, HelpTable, PaperCardTable } from './handover-tables'
import type { JobTable } from './job-table'
import type {
  InvitationTable,
  LearnerTable,
  LessonScreenTable,
  LessonTable,
  SocketTicketTable,
  StaffTable,
} from './lesson-tables'
import type { PhotoTable, PhotoUseTable, VoiceTable, VoiceUseTable } from './media-tables'
import type {
  CredentialTable,
  LedgerTable,
  PaymentApplicationTable,
  PaymentNumberTable,
  PaymentTable,
  PayoutTable,
  RefundTable,
  StatementCheckTable,
} from './money-tables'
import type {
  ChannelTable,
  MessageTable,
  PhoneCodeTable,
  QuietHoursTable,
  SmsMonthTable,
} from './notification-tables'
import type { OperatorTables } from './operator-tables'
import type { ClaimTable, OrderTable, ShopBuyerTable, SlotCountTable } from './order-tables'
import type { SnakeCase } from './snake-case'

interface AccountTable {
  id: string
  created_at: Moment
  /** Written when an order is completed. */
  standing: Generated<Standing>
}

/** A way an account signs in. `subject` is the hash of a device's secret, or a WeChat openid. */
export interface IdentityTable {
  provider: 'device' | 'wechat'
  subject: string
  account_id: string
  created_at: Moment
  /** When it was last used, with the precision of a day. */
  used_at: Moment
}

/** The hash of a session token, and the identity that it was issued to. */
interface SessionTable {
  token_hash: string
  account_id: string
  provider: IdentityTable['provider']
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

/** The hash of a shop key. `ended_at` is when it was used or replaced; `salt` is empty for keys of earlier versions. */
interface ShopKeyTable {
  key_hash: string
  shop_id: string
  generation: number
  salt: string
  ended_at: Moment | null
}

/** One row about the installation. `secret_mark` is a fingerprint of the secret from which owners' keys are derived. */
interface InstallationTable {
  id: string
  secret_mark: string
}

export interface AccountOrderTable {
  account_id: string
  shop_id: string
  order_id: string
  created_at: Moment
  /** 1 once the order is completed. */
  done: Generated<Flag>
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
  wechat_id: string | null
  delivery_area: string | null
  fulfilments: Json
  payments: Json
  freight_fee: number
  freight_free_over: number | null
  /** `null` when courier orders use the fees of local delivery. */
  courier_fee: number | null
  courier_free_over: number | null
  closed_until: string | null
  /** The note that buyers read while it takes no orders. */
  closed_note: string | null
  look: Json
  look_version: number
  look_edit_hash: string
  opened_by: string
  opened_at: Moment
  request_hash: string
  key_generation: number
  key_request: string | null
  last_order: number
  /** Number of changes of the shop and its products; invalidates cached storefronts. */
  changes: Generated<number>
  blocked_at: Moment | null
  /** Limits on waiting orders; `null` for the defaults. */
  order_limits: Json | null
  /** The rights that payment services have granted the seller; `null` when there are none. */
  payment_grants: Json | null
  /** When a practice shop is removed; `null` for a real one. */
  practice_until: Moment | null
  /** The time since which a shop opened by a helper waits for its owner; `null` once it has one. A waiting shop takes no orders. */
  waiting_since: Moment | null
  /** The days and half days for which buyers order; `null` when there are none to choose. */
  delivery_slots: Json | null
  /** When its owner closed it for good. It takes no orders, and buyers no longer find it. */
  closed_at: Moment | null
  /** When a closed shop could no longer be opened again: since then only the data that has to be retained of it remains. */
  ended_at: Moment | null
  /** The stock at or below which owners are warned; `null` for the default. */
  low_stock: number | null
  /** The order of the categories, by name; `null` for that of the products. */
  categories: Json | null
  /** 0 while texts of it may not be recorded for a check, as after an import. */
  texts_recorded: Generated<Flag>
  /** A keyed hash of the network from which it was opened, for thirty days. */
  opened_near: string | null
  /** The wave with which it was blocked; `null` when it was blocked alone or is not. */
  blocked_by: string | null
  /** The photo of its sign, with its id and hash. */
  logo: Json | null
  /** The photo above its goods. */
  banner: Json | null
  /** The pickup points of its group buys; the first has `pickup_place` for a name. */
  pickup_points: Json | null
}

export interface LookDraftTable {
  shop_id: string
  version: number
  edit_hash: string
  look: Json
}

/**
 * A published look, current or past. `version` is the shop's look version, `request_id` the publishing request; '' for the
 * first look.
 */
export interface LookPublishedTable {
  shop_id: string
  version: number
  request_id: string
  look: Json
  published_at: Moment
}

export interface ProductTable extends Record<SnakeCase<ProductText>, string | null> {
  shop_id: string
  id: string
  version: number
  edit_hash: string
  name: string
  unit: string
  photos: Json
  on_sale: Flag
  created_at: Moment
  /** Products are listed by it; the distances between positions leave room for others. */
  position: Generated<number>
  /** The text by which the product is found. */
  search: Generated<string>
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

/** An applied stock delta and the resulting stock, so that a repeated request gets the same response. */
interface StockMoveTable {
  shop_id: string
  id: string
  sku_id: string
  delta: number
  stock: number
  created_at: Moment
}

/**
 * The shops opened, bytes uploaded and codes sent from one network address. `address` is a keyed hash; `day` is a day, or the ten
 * minutes in which shops are counted.
 */
interface AddressDayTable {
  address: string
  day: string
  shops: number
  bytes: number
  codes: Generated<number>
}

export interface Tables extends OperatorTables {
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
  payment_application: PaymentApplicationTable
  look_draft: LookDraftTable
  look_published: LookPublishedTable
  product: ProductTable
  sku: SkuTable
  stock_move: StockMoveTable
  shop_order: OrderTable
  slot_count: SlotCountTable
  group_buy: GroupBuyTable
  group_buy_sku: GroupBuySkuTable
  payment: PaymentTable
  payment_number: PaymentNumberTable
  payout: PayoutTable
  refund: RefundTable
  claim: ClaimTable
  ledger: LedgerTable
  credential: CredentialTable
  statement_check: StatementCheckTable
  job: JobTable
  installation: InstallationTable
  address_day: AddressDayTable
  content: ContentTable
  content_use: ContentUseTable
  content_appeal: ContentAppealTable
  staff: StaffTable
  invitation: InvitationTable
  lesson: LessonTable
  learner: LearnerTable
  lesson_screen: LessonScreenTable
  socket_ticket: SocketTicketTable
  help: HelpTable
  help_step: HelpStepTable
  handover: HandoverTable
  paper_card: PaperCardTable
  code_try: CodeTryTable
  channel: ChannelTable
  message: MessageTable
  quiet_hours: QuietHoursTable
  phone_code: PhoneCodeTable
  sms_month: SmsMonthTable
}
