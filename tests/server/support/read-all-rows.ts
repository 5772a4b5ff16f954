import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import type { Database } from '../../../server/db/database'
import type { Tables } from '../../../server/db/tables'

/** Every table with its primary key columns. */
const KEYS = {
  account: ['id'],
  identity: ['provider', 'subject'],
  session: ['token_hash'],
  shop_directory: ['slug'],
  shop_owner: ['account_id', 'shop_id'],
  shop_key: ['key_hash'],
  account_order: ['account_id', 'shop_id', 'order_id'],
  photo: ['id'],
  photo_use: ['photo_id', 'shop_id', 'product_id'],
  voice: ['id'],
  voice_use: ['voice_id', 'shop_id'],
  shop: ['shop_id'],
  shop_buyer: ['shop_id', 'account_id'],
  look_draft: ['shop_id'],
  look_published: ['shop_id', 'version'],
  product: ['shop_id', 'id'],
  sku: ['shop_id', 'id'],
  stock_move: ['shop_id', 'id'],
  shop_order: ['shop_id', 'id'],
  slot_count: ['shop_id', 'id'],
  group_buy: ['shop_id', 'id'],
  group_buy_sku: ['shop_id', 'group_buy_id', 'sku_id'],
  payment: ['shop_id', 'id'],
  payment_application: ['shop_id'],
  payout: ['shop_id', 'number'],
  payment_number: ['number'],
  refund: ['shop_id', 'id'],
  claim: ['shop_id', 'id'],
  statement_check: ['service', 'day'],
  ledger: ['shop_id', 'id'],
  credential: ['name'],
  job: ['id'],
  installation: ['id'],
  address_day: ['address', 'day'],
  operator_log: ['id'],
  operator: ['id'],
  operator_link: ['code_hash'],
  operator_session: ['account_id'],
  operator_passkey: ['id'],
  operator_challenge: ['account_id'],
  document: ['kind', 'version'],
  consent: ['account_id', 'kind', 'version'],
  quota: ['name'],
  shop_message: ['shop_id', 'id'],
  own_app: ['shop_id'],
  audit_entry: ['number'],
  audit_head: ['id'],
  staff: ['centre', 'account_id'],
  invitation: ['code_hash'],
  lesson: ['id'],
  learner: ['lesson_id', 'id'],
  lesson_screen: ['account_id', 'id'],
  socket_ticket: ['hash'],
  help: ['id'],
  help_step: ['shop_id', 'id'],
  handover: ['id'],
  paper_card: ['code_hash'],
  code_try: ['scope'],
  channel: ['account_id', 'kind', 'address'],
  message: ['id'],
  quiet_hours: ['account_id'],
  phone_code: ['account_id'],
  report: ['shop_id', 'product_id', 'account_id'],
  content: ['id'],
  content_appeal: ['content_id', 'shop_id'],
  content_use: ['content_id', 'shop_id', 'place', 'account_id'],
  sms_month: ['month'],
} as const satisfies Record<keyof Tables, readonly string[]>

export type Table = keyof Tables
export const TABLES = Object.keys(KEYS) as Table[]

/** Reads every row of every table. */
export async function readAllRows(db: Database): Promise<Record<Table, unknown[]>> {
  const all: Partial<Record<Table, unknown[]>> = {}
  for (const name of TABLES) {
    const key = sql.join(KEYS[name].map((column) => sql.ref(column)))
    all[name] = await db.query.selectFrom(name).selectAll().orderBy(key).execute()
  }
  return all as Record<Table, unknown[]>
}

/** Reads every row of the database at a path or URL. */
export async function readAllRowsAt(location: string): Promise<Record<Table, unknown[]>> {
  const db = await connect(location)
  try {
    return await readAllRows(db)
  } finally {
    await db.close()
  }
}
