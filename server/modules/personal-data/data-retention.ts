import { orderRetention } from './order-retention'
import {
  type DataRetention,
  deletedWithAccount,
  deletedWithBoth,
  deletedWithShop,
  untouched,
} from './retention'

/**
 * The outcome for every table and column after a shop is closed, and after a person is deleted. Tests compare it with the schema, with
 * the behaviour of the server and with docs/personal-data.md.
 */
export const dataRetention: DataRetention = {
  account: { columns: ['id', 'created_at', 'standing'], ...deletedWithAccount },
  identity: {
    columns: ['provider', 'subject', 'account_id', 'created_at', 'used_at'],
    ...deletedWithAccount,
  },
  session: {
    columns: ['token_hash', 'account_id', 'provider', 'subject', 'created_at', 'expires_at'],
    ...deletedWithAccount,
  },
  shop_directory: { columns: ['slug', 'shop_id'], ...untouched },
  shop_owner: { columns: ['account_id', 'shop_id', 'since'], ...deletedWithShop },
  shop_key: { columns: ['key_hash', 'shop_id', 'generation', 'salt', 'ended_at'], ...deletedWithShop },
  account_order: {
    columns: ['account_id', 'shop_id', 'order_id', 'created_at', 'done'],
    ...deletedWithAccount,
  },
  photo: {
    columns: ['id', 'account_id', 'hash', 'unused_since', 'bytes'],
    closing: { changed: ['unused_since'] },
    deletion: { detached: ['account_id'], changed: ['unused_since'] },
  },
  photo_use: { columns: ['photo_id', 'shop_id', 'product_id'], ...deletedWithShop },
  voice: {
    columns: ['id', 'account_id', 'hash', 'ms', 'unused_since', 'bytes'],
    closing: { changed: ['unused_since'] },
    deletion: { detached: ['account_id'], changed: ['unused_since'] },
  },
  voice_use: { columns: ['voice_id', 'shop_id'], ...deletedWithShop },
  shop: {
    columns: [
      ...(['shop_id', 'slug', 'trade', 'version', 'edit_hash', 'name', 'place', 'phone', 'notice'] as const),
      ...(['pickup_place', 'fulfilments', 'payments', 'freight_fee', 'freight_free_over'] as const),
      ...([
        'courier_fee',
        'courier_free_over',
        'closed_until',
        'closed_note',
        'look',
        'look_version',
      ] as const),
      ...(['look_edit_hash', 'opened_by', 'opened_at', 'request_hash', 'key_generation'] as const),
      ...(['key_request', 'last_order', 'changes', 'blocked_at', 'order_limits'] as const),
      ...(['payment_grants', 'practice_until', 'waiting_since', 'closed_at', 'ended_at'] as const),
      ...(['delivery_slots', 'low_stock', 'categories', 'wechat_id', 'delivery_area'] as const),
      ...(['texts_recorded', 'opened_near', 'blocked_by', 'logo', 'banner', 'pickup_points'] as const),
    ],
    closing: {
      cleared: [
        ...(['edit_hash', 'notice', 'pickup_place', 'closed_until', 'closed_note'] as const),
        'look_edit_hash',
        ...(['opened_by', 'request_hash', 'key_request', 'order_limits', 'payment_grants'] as const),
        ...(['practice_until', 'waiting_since', 'delivery_slots', 'low_stock', 'categories'] as const),
        ...(['wechat_id', 'delivery_area', 'opened_near', 'logo', 'banner', 'pickup_points'] as const),
      ],
      changed: ['look', 'version', 'changes', 'closed_at', 'ended_at'],
    },
    deletion: { detached: ['opened_by', 'key_request'] },
  },
  shop_buyer: {
    columns: ['shop_id', 'account_id', 'orders', 'blocked_at', 'block_request', 'bought'],
    ...deletedWithBoth,
  },
  payment_application: {
    columns: ['shop_id', 'number', 'subject', 'state', 'reasons', 'url', 'transfer', 'sent_at', 'asked_at'],
    ...deletedWithShop,
  },
  payout: {
    columns: ['shop_id', 'number', 'merchant', 'amount', 'state', 'reason', 'created_at', 'changed_at'],
    ...deletedWithShop,
  },
  look_draft: { columns: ['shop_id', 'version', 'edit_hash', 'look'], ...deletedWithShop },
  look_published: {
    columns: ['shop_id', 'version', 'request_id', 'look', 'published_at'],
    ...deletedWithShop,
  },
  product: {
    columns: [
      ...(['shop_id', 'id', 'version', 'edit_hash', 'name', 'unit', 'photos', 'on_sale'] as const),
      ...(['created_at', 'category', 'note', 'position', 'search'] as const),
    ],
    ...deletedWithShop,
  },
  sku: {
    columns: ['shop_id', 'id', 'product_id', 'position', 'label', 'price', 'stock', 'weight'],
    ...deletedWithShop,
  },
  stock_move: { columns: ['shop_id', 'id', 'sku_id', 'delta', 'stock', 'created_at'], ...deletedWithShop },
  shop_order: orderRetention,
  group_buy: {
    columns: [
      ...(['shop_id', 'id', 'version', 'edit_hash', 'state', 'words', 'points', 'fulfilments'] as const),
      ...(['minimum_kind', 'minimum', 'accepts', 'history', 'created_at', 'published_at'] as const),
      ...(['ends_at', 'decide_by', 'closed_at', 'prolonged', 'last_entry', 'entries'] as const),
      'updatable_message',
    ],
    ...deletedWithShop,
  },
  group_buy_sku: {
    columns: [
      ...(['shop_id', 'group_buy_id', 'sku_id', 'position', 'price', 'struck_price'] as const),
      ...(['max_per_person', 'max', 'taken'] as const),
    ],
    ...deletedWithShop,
  },
  slot_count: { columns: ['shop_id', 'id', 'day', 'taken'], ...deletedWithShop },
  payment: {
    columns: [
      ...(['shop_id', 'id', 'order_id', 'payer_id', 'request_hash', 'number', 'method', 'role'] as const),
      ...(['place', 'merchant', 'appid', 'openid', 'amount', 'currency', 'state', 'refunded'] as const),
      ...(['transaction_id', 'created_at', 'expires_at', 'asked_at', 'paid_at', 'closed_at'] as const),
      ...(['fee', 'shipping', 'shipping_error', 'description', 'combined'] as const),
    ],
    closing: { shortened: ['openid'] },
    deletion: { detached: ['payer_id'], cleared: ['openid'] },
  },
  payment_number: { columns: ['number', 'shop_id', 'payment_id'], ...untouched },
  refund: {
    columns: [
      ...(['shop_id', 'id', 'order_id', 'payment_id', 'amount', 'reason', 'state', 'last_error'] as const),
      ...(['created_at', 'settled_at', 'note', 'request_id', 'fee'] as const),
      ...(['service_id', 'sent_back', 'returned_twice', 'to_account', 'to_seller', 'tries'] as const),
    ],
    ...untouched,
  },
  claim: {
    columns: [
      ...(['shop_id', 'id', 'order_id', 'number', 'request_hash', 'wish', 'reason', 'text'] as const),
      ...(['goods', 'photos', 'amount', 'granted', 'restocked', 'state', 'created_at'] as const),
    ],
    closing: { shortened: ['text', 'photos'] },
    deletion: { shortened: ['text', 'photos'] },
  },
  ledger: {
    columns: ['shop_id', 'id', 'order_id', 'cause', 'debit', 'credit', 'amount', 'created_at'],
    ...untouched,
  },
  credential: { columns: ['name', 'sealed', 'updated_at'], ...untouched },
  statement_check: {
    columns: ['service', 'day', 'checked_at', 'lines', 'differences'],
    ...untouched,
  },
  job: {
    columns: ['id', 'kind', 'payload', 'run_at', 'attempts', 'lease_until', 'dead', 'last_error'],
    ...deletedWithShop,
  },
  installation: { columns: ['id', 'secret_mark'], ...untouched },
  address_day: { columns: ['address', 'day', 'shops', 'bytes', 'codes'], ...untouched },
  operator_log: {
    columns: ['id', 'at', 'action', 'shop_id', 'slug', 'reason', 'owner_reason'],
    ...untouched,
  },
  operator: { columns: ['id', 'name', 'created_at', 'ended_at'], ...untouched },
  operator_link: {
    columns: ['code_hash', 'operator_id', 'expires_at', 'used_by'],
    closing: 'untouched',
    deletion: { detached: ['used_by'] },
  },
  operator_session: { columns: ['account_id', 'operator_id', 'expires_at'], ...deletedWithAccount },
  audit_entry: {
    columns: ['number', 'at', 'operator_id', 'action', 'subject', 'details', 'hash'],
    ...untouched,
  },
  audit_head: { columns: ['id', 'number', 'hash'], ...untouched },
  operator_passkey: {
    columns: ['id', 'operator_id', 'public_key', 'counter', 'created_at', 'used_at'],
    ...untouched,
  },
  operator_challenge: { columns: ['account_id', 'challenge', 'expires_at'], ...deletedWithAccount },
  document: {
    columns: [
      ...(['kind', 'version', 'text', 'changes', 'important'] as const),
      ...(['announced_at', 'effective_at', 'withdrawn_at'] as const),
    ],
    ...untouched,
  },
  consent: { columns: ['account_id', 'kind', 'version', 'agreed_at'], ...deletedWithAccount },
  quota: { columns: ['name', 'value', 'changed_at'], ...untouched },
  shop_message: { columns: ['shop_id', 'id', 'text', 'sent_at', 'read_at'], ...deletedWithShop },
  own_app: {
    columns: ['shop_id', 'appid', 'states', 'note', 'filing', 'changed_at'],
    ...deletedWithShop,
  },
  staff: { columns: ['centre', 'account_id', 'id', 'role', 'name', 'since'], ...untouched },
  invitation: {
    columns: ['code_hash', 'centre', 'id', 'role', 'name', 'expires_at', 'used_by', 'invited_by'],
    closing: 'untouched',
    deletion: { detached: ['used_by', 'invited_by'] },
  },
  lesson: {
    columns: [
      ...(['id', 'centre', 'teacher', 'kind', 'number', 'started_at', 'ended_at', 'paused'] as const),
      ...(['focus', 'focus_turn', 'example', 'seats', 'last_action', 'version', 'locked'] as const),
    ],
    closing: 'untouched',
    deletion: { detached: ['teacher'] },
  },
  learner: {
    columns: [
      ...(['lesson_id', 'id', 'account_id', 'seat', 'stage', 'spent', 'turn', 'joined_at'] as const),
      ...(['seen_at', 'moved_at', 'hand_at', 'pointer', 'pointer_turn', 'opened_at', 'opened_shop'] as const),
      ...(['left_at', 'removed_at'] as const),
    ],
    closing: 'untouched',
    deletion: { detached: ['account_id'] },
  },
  lesson_screen: {
    columns: ['id', 'account_id', 'code', 'expires_at', 'lesson_id'],
    ...deletedWithAccount,
  },
  socket_ticket: { columns: ['hash', 'lesson_id', 'account_id', 'expires_at'], ...deletedWithAccount },
  help: {
    columns: [
      ...(['shop_id', 'id', 'centre', 'helper', 'name', 'person', 'purposes', 'opens'] as const),
      ...(['started_at', 'expires_at', 'ended_at'] as const),
    ],
    closing: 'deleted',
    deletion: { detached: ['helper'] },
  },
  help_step: {
    columns: [
      ...(['shop_id', 'id', 'help_id', 'centre', 'account_id', 'name', 'action', 'about'] as const),
      ...(['at', 'done'] as const),
    ],
    closing: 'deleted',
    deletion: { detached: ['account_id'] },
  },
  handover: {
    columns: [
      ...(['id', 'kind', 'giver', 'shop_id', 'parts', 'digits_hash', 'letters_hash', 'draw'] as const),
      ...(['expires_at', 'ended_at', 'taken_by', 'taken_at', 'received_at', 'request_hash'] as const),
      ...(['draft', 'photo_id'] as const),
    ],
    closing: 'deleted',
    deletion: { detached: ['giver', 'taken_by'], cleared: ['draft'] },
  },
  paper_card: {
    columns: [
      ...(['shop_id', 'id', 'code_hash', 'pictures_hash', 'created_at', 'tries', 'locked_until'] as const),
      ...(['made_by', 'asked_by', 'due_at', 'used_by', 'ended_at'] as const),
    ],
    closing: 'deleted',
    deletion: { detached: ['made_by', 'used_by'], cleared: ['asked_by', 'due_at'] },
  },
  code_try: { columns: ['scope', 'tries', 'ends_at'], ...untouched },
  channel: {
    columns: ['account_id', 'kind', 'address', 'details', 'permits', 'last_request', 'created_at'],
    ...deletedWithBoth,
  },
  message: {
    columns: [
      ...(['id', 'account_id', 'kind', 'address', 'event', 'shop_id', 'subject_id', 'created_at'] as const),
      ...(['expires_at', 'state', 'sending', 'attempts', 'ended_at'] as const),
    ],
    ...deletedWithBoth,
  },
  quiet_hours: { columns: ['account_id', 'starts', 'ends'], closing: 'deleted', deletion: 'deleted' },
  phone_code: {
    columns: ['account_id', 'phone', 'code_hash', 'tries', 'sent_at', 'expires_at'],
    ...deletedWithBoth,
  },
  report: {
    columns: [
      ...(['shop_id', 'product_id', 'account_id', 'reason', 'note', 'reported_at', 'answered_at'] as const),
    ],
    ...deletedWithBoth,
  },
  content: {
    columns: [
      ...(['id', 'kind', 'text', 'verdict', 'source', 'label', 'tries', 'due_at', 'trace'] as const),
      ...(['decided_at', 'created_at'] as const),
    ],
    ...deletedWithBoth,
  },
  content_appeal: {
    columns: ['content_id', 'shop_id', 'note', 'appealed_at'],
    ...deletedWithShop,
  },
  content_use: {
    columns: ['content_id', 'shop_id', 'place', 'account_id', 'used_at'],
    ...deletedWithBoth,
  },
  sms_month: { columns: ['month', 'spent', 'codes', 'codes_of_day', 'codes_day'], ...untouched },
}
