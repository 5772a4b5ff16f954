import type { Insertable } from 'kysely'
import type { Query } from '../../../server/db/database'
import type { Tables } from '../../../server/db/tables'
import { groupBuyRows } from './group-buy-rows'

/** The people and the shop that the rows are about. */
export interface About {
  shopId: string
  slug: string
  seller: string
  buyer: string
  /** Whose sessions, messages and lessons they are. */
  person: string
  /** An account that nothing happens to. */
  other: string
  now: number
}

type Row<T extends keyof Tables> = { [C in keyof Insertable<Tables[T]>]-?: Insertable<Tables[T]>[C] }

const HASH = 'abcdef0123456789'

/** One row of every table, in which no column is null. */
function rowsOfEverything({ shopId, slug, seller, buyer, person, other, now }: About): {
  [T in keyof Tables]: Row<T>
} {
  const ended = now - 1000
  const later = now + 1000
  const of = { shop_id: shopId, order_id: 'order' }
  return {
    account: { id: person, created_at: now, standing: 1 },
    identity: { provider: 'wechat', subject: 'openid', account_id: person, created_at: now, used_at: now },
    session: {
      ...{ token_hash: 'token', account_id: person, provider: 'wechat', subject: 'openid' },
      ...{ created_at: now, expires_at: later },
    },
    shop_directory: { slug, shop_id: shopId },
    shop_owner: { account_id: seller, shop_id: shopId, since: now },
    shop_key: { key_hash: 'key', shop_id: shopId, generation: 1, salt: 'salt', ended_at: ended },
    account_order: { account_id: buyer, ...of, created_at: now, done: 1 },
    photo: { id: 'photo', account_id: person, hash: HASH, unused_since: 7, bytes: 1 },
    photo_use: { photo_id: 'photo', shop_id: shopId, product_id: 'look' },
    voice: { id: 'voice', account_id: person, hash: HASH, ms: 300, unused_since: 7, bytes: 1 },
    voice_use: { voice_id: 'voice', shop_id: shopId },
    shop: {
      ...{ shop_id: shopId, slug, trade: 'nuts', version: 1, edit_hash: 'edit', name: '核桃老店' },
      ...{ place: '城关镇', phone: '13900000001', notice: '今天有货', pickup_place: '村口' },
      ...{ fulfilments: '["local"]', payments: '["on-delivery"]', freight_fee: 1, freight_free_over: 2 },
      ...{
        courier_fee: 3,
        courier_free_over: 4,
        closed_until: '2026-01-01',
        closed_note: '歇',
        look: '{"a":1}',
      },
      ...{ look_version: 1, look_edit_hash: 'look', opened_by: person, opened_at: now },
      ...{ request_hash: 'request', key_generation: 1, key_request: `${person}:x`, last_order: 1 },
      ...{
        changes: 1,
        blocked_at: now,
        opened_near: 'near',
        blocked_by: 'wave',
        order_limits: '{"waiting":2}',
        payment_grants: '{"a":1}',
      },
      ...{ practice_until: later, waiting_since: now, closed_at: now, ended_at: null },
      ...{ delivery_slots: '{"local":{}}', low_stock: 9, categories: '["干果"]', wechat_id: 'shanhuo_88' },
      ...{
        delivery_area: '本村',
        texts_recorded: 1,
        logo: '{"id":"l"}',
        banner: '{"id":"b"}',
        pickup_points: '[]',
      },
    } as Row<'shop'>,
    shop_buyer: {
      shop_id: shopId,
      account_id: buyer,
      orders: 1,
      blocked_at: now,
      block_request: 'block',
      bought: 1,
    },
    payment_application: {
      ...{ shop_id: shopId, number: 'a', subject: 'micro', state: 'auditing', reasons: '[]', url: 'u' },
      ...{ transfer: '{}', sent_at: now, asked_at: now },
    } as Row<'payment_application'>,
    payout: {
      ...{ shop_id: shopId, number: 'P1900000101', merchant: '1900000101', amount: 1, state: 'returned' },
      ...{ reason: '卡号错误', created_at: now, changed_at: now },
    } as Row<'payout'>,
    look_draft: { shop_id: shopId, version: 1, edit_hash: 'edit', look: '{}' },
    look_published: { shop_id: shopId, version: 1, request_id: 'r', look: '{}', published_at: now },
    product: {
      ...{ shop_id: shopId, id: 'product', version: 1, edit_hash: 'edit', name: '核桃', unit: '斤' },
      ...{ photos: '[]', on_sale: 1, created_at: now, category: '干果', note: '新的' },
      ...{ position: now, search: '核桃' },
    },
    sku: {
      ...{ shop_id: shopId, id: 'sku', product_id: 'product', position: 0, label: '大', price: 1 },
      ...{ stock: 1, weight: 1 },
    },
    slot_count: { shop_id: shopId, id: 'local 2026-01-01 day', day: '2026-01-01', taken: 1 },
    ...groupBuyRows(shopId, now),
    stock_move: { shop_id: shopId, id: 'move', sku_id: 'sku', delta: 1, stock: 1, created_at: now },
    shop_order: {
      ...{ shop_id: shopId, id: 'order', number: 1, buyer_id: buyer, request_hash: 'request' },
      ...{ state: 'done', payment_method: 'on-delivery', payment_state: 'paid', after_sale: 'none' },
      ...{ lines: '[{"name":"核桃","quantity":1}]', goods: 1, freight: 1, total: 2, fulfilment: 'local' },
      ...{ receiver: '{"name":"收货人","phone":"13800000000","address":"一号"}', note: '放门口' },
      ...{ history: '[{"action":"ask-refund","by":"buyer","at":1,"note":"坏了"}]', created_at: now },
      ...{ updated_at: now, buyer_address: 'address', expires_at: ended, collected: 2 },
      ...{ collected_means: 'cash', collected_note: '少收', returned: 0, answer_by: ended, remind_at: ended },
      ...{ claim_until: ended, search: '收货人', carrier: 'SF', waybill: 'SF1', forget_at: null },
      ...{ slot_day: '2026-01-01', slot_part: 'day', details_version: 1, change_request: '{"id":"1"}' },
      ...{
        search_more: '花椒',
        group_buy_id: 'group-buy',
        entry: 1,
        gathering: 0,
        entry_details: '{}',
        pay_until: later,
      },
    } as Row<'shop_order'>,
    payment: {
      ...{ ...of, id: 'payment', payer_id: buyer, request_hash: 'request', number: 'n1', method: 'wechat' },
      ...{ role: 'partner', place: 'shared-app', merchant: 'm', appid: 'wx', openid: 'openid', amount: 2 },
      ...{ currency: 'CNY', state: 'paid', refunded: 0, transaction_id: 't', created_at: now },
      ...{ expires_at: now, asked_at: now, paid_at: now, closed_at: now, fee: 0, shipping: 'reported' },
      shipping_error: 'none',
      description: '核桃小店 第 1 号单 核桃',
      combined: 0,
    },
    payment_number: { number: 'n1', shop_id: shopId, payment_id: 'payment' },
    refund: {
      ...{ ...of, id: 'refund', payment_id: 'payment', amount: 1, reason: 'by-seller', state: 'done' },
      ...{ last_error: 'none', created_at: now, settled_at: now, note: '赔', request_id: 'r', fee: 0 },
      ...{ service_id: 's', sent_back: 0, returned_twice: 0, to_account: 0, to_seller: 0, tries: 1 },
    } as Row<'refund'>,
    claim: {
      ...{ ...of, id: 'claim', number: 1, request_hash: 'request', wish: 'refund', reason: 'spoiled' },
      ...{ text: '坏了', goods: '[]', photos: '[{"id":"p","hash":"h"}]', amount: 1, granted: 1 },
      ...{ restocked: 1, state: 'settled', created_at: now },
    },
    ledger: {
      ...{ ...of, id: 'entry', cause: 'placed', debit: 'receivable', credit: 'sales', amount: 2 },
      created_at: now,
    } as Row<'ledger'>,
    credential: { name: 'service', sealed: 'sealed', updated_at: now },
    statement_check: { service: 'wechat', day: '2026-01-01', checked_at: now, lines: 0, differences: '[]' },
    job: {
      ...{ id: 'job', kind: 'notify', payload: JSON.stringify({ shopId }), run_at: later, attempts: 0 },
      ...{ lease_until: 0, dead: 0, last_error: 'none' },
    },
    installation: { id: 'this', secret_mark: 'mark' },
    address_day: { address: 'hash', day: '2026-01-01', shops: 1, bytes: 1, codes: 1 },
    operator_log: {
      id: 'log',
      at: now,
      action: 'block',
      shop_id: shopId,
      slug,
      reason: 'reason',
      owner_reason: '卖野味',
    },
    operator: { id: 'operator', name: '值班员', created_at: now, ended_at: ended },
    operator_link: { code_hash: 'link', operator_id: 'operator', expires_at: now, used_by: person },
    operator_session: { account_id: person, operator_id: 'operator', expires_at: now },
    audit_entry: {
      ...{ number: 1, at: now, operator_id: 'operator', action: 'sign-in', subject: '值班员' },
      ...{ details: '{}', hash: 'entry' },
    },
    audit_head: { id: 'head', number: 1, hash: 'entry' },
    operator_passkey: {
      ...{ id: 'passkey', operator_id: 'operator', public_key: 'key', counter: 1 },
      ...{ created_at: now, used_at: now },
    },
    operator_challenge: { account_id: person, challenge: 'challenge', expires_at: now },
    document: {
      ...{ kind: 'rules', version: 2, text: '规则', changes: '改了一条', important: 0 },
      ...{ announced_at: now, effective_at: now, withdrawn_at: ended },
    },
    consent: { account_id: person, kind: 'rules', version: 2, agreed_at: now },
    quota: { name: 'shopsPerAccount', value: 7, changed_at: now },
    shop_message: { shop_id: shopId, id: 'message', text: '请看一看', sent_at: now, read_at: now },
    own_app: {
      ...{ shop_id: shopId, appid: 'wxown', states: '{}', note: '在等管局', filing: '{}', changed_at: now },
    },
    staff: {
      centre: '621221100',
      account_id: other,
      id: 'staff',
      role: 'trainer',
      name: '工作人员',
      since: now,
    },
    invitation: {
      ...{ code_hash: 'code', centre: '621221100', id: 'invitation', role: 'trainer', name: '工作人员' },
      ...{ expires_at: later, used_by: person, invited_by: person },
    },
    lesson: {
      ...{ id: 'lesson', centre: '621221100', teacher: person, kind: 'real', number: '123456' },
      ...{ started_at: now, ended_at: now, paused: 0, focus: 'terms', focus_turn: 1, example: 1, seats: 1 },
      ...{ last_action: 'a', version: 1, locked: 0 },
    } as Row<'lesson'>,
    learner: {
      ...{ lesson_id: 'lesson', id: 'learner', account_id: person, seat: 1, stage: 'opened', spent: 1 },
      ...{ turn: 1, joined_at: now, seen_at: now, moved_at: now, hand_at: now, pointer: 'next' },
      ...{ pointer_turn: 1, opened_at: now, opened_shop: shopId, left_at: now, removed_at: now },
    } as Row<'learner'>,
    lesson_screen: { id: 'screen', account_id: person, code: 'c', expires_at: later, lesson_id: 'lesson' },
    socket_ticket: { hash: 'ticket', lesson_id: 'lesson', account_id: person, expires_at: later },
    help: {
      ...{
        shop_id: shopId,
        id: 'help',
        centre: '621221100',
        helper: person,
        name: '工作人员',
        person: '店主',
      },
      ...{ purposes: '["open"]', opens: 1, started_at: now, expires_at: later, ended_at: now },
    },
    help_step: {
      ...{ shop_id: shopId, id: 'step', help_id: 'help', centre: '621221100', account_id: person },
      ...{ name: '工作人员', action: 'save-settings', about: '价', at: now, done: 1 },
    },
    handover: {
      ...{ id: 'handover', kind: 'shop', giver: person, shop_id: shopId, parts: '[]', digits_hash: 'd' },
      ...{ letters_hash: 'l', draw: 1, expires_at: later, ended_at: now, taken_by: person, taken_at: now },
      ...{ received_at: now, request_hash: 'r', draft: '{}', photo_id: 'photo' },
    },
    paper_card: {
      ...{ shop_id: shopId, id: 'card', code_hash: 'card', pictures_hash: 'p', created_at: now, tries: 0 },
      ...{
        made_by: person,
        locked_until: now,
        asked_by: person,
        due_at: now,
        used_by: person,
        ended_at: now,
      },
    },
    code_try: { scope: 'all', tries: 1, ends_at: now },
    channel: {
      ...{ account_id: person, kind: 'sms', address: '13800000000', details: '{}', permits: 1 },
      ...{ last_request: 'r', created_at: now },
    },
    message: {
      ...{ id: 'message', account_id: person, kind: 'sms', address: '13800000000', event: 'new-order' },
      ...{ shop_id: shopId, subject_id: 'order', created_at: now, expires_at: later, state: 'sent' },
      ...{ sending: 'message', attempts: 1, ended_at: now },
    } as Row<'message'>,
    quiet_hours: { account_id: person, starts: 1, ends: 2 },
    phone_code: {
      ...{ account_id: person, phone: '13800000000', code_hash: 'c', tries: 0, sent_at: now },
      expires_at: later,
    },
    report: {
      ...{ shop_id: shopId, product_id: 'product', account_id: person, reason: 'fake', note: '不新鲜' },
      ...{ reported_at: now, answered_at: ended },
    },
    content: {
      ...{
        id: 'text-1',
        kind: 'text',
        text: '多装点核桃',
        verdict: 'review',
        source: 'words',
        label: 'fraud',
      },
      ...{ tries: 1, due_at: now, trace: 't', decided_at: now, created_at: now },
    },
    content_appeal: { content_id: 'text-1', shop_id: shopId, note: '没有问题', appealed_at: now },
    content_use: {
      ...{ content_id: 'text-1', shop_id: shopId, place: 'order-note', account_id: person, used_at: now },
    },
    sms_month: { month: '2026-01', spent: 1, codes: 1, codes_of_day: 1, codes_day: '2026-01-01' },
  }
}

/** Inserts one row into every table, in place of what it held. */
export async function insertEverything(db: Query, about: About): Promise<void> {
  const rows = rowsOfEverything(about)
  for (const table of Object.keys(rows) as (keyof Tables)[]) {
    await db.deleteFrom(table).execute()
    await db
      .insertInto(table)
      .values(rows[table] as never)
      .execute()
  }
}
