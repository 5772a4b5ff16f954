import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import { perFile } from '../../support/per-test'

const db = perFile(() => connect(':memory:'), 'close')

/** Tables for lookups across shops; every other table belongs to a shop. */
const directoryTables = [
  'account',
  'identity',
  'session',
  'shop_directory',
  'shop_owner',
  'shop_key',
  'account_order',
  'payment_number',
  'photo',
  'photo_use',
  'voice',
  'voice_use',
  'credential',
  'statement_check',
  'job',
  'installation',
  'address_day',
  'operator_log',
  'operator',
  'operator_link',
  'operator_session',
  'audit_entry',
  'audit_head',
  'operator_passkey',
  'operator_challenge',
  'document',
  'consent',
  'quota',
  'staff',
  'invitation',
  'lesson',
  'learner',
  'lesson_screen',
  'socket_ticket',
  'help',
  'handover',
  'paper_card',
  'code_try',
  'channel',
  'message',
  'quiet_hours',
  'phone_code',
  'sms_month',
  'content',
  'content_use',
  'content_appeal',
]
/** Indexes by which rows are found in all shops: those of an account when its data is deleted. */
const accountIndexes: Record<string, string> = {
  payment_payer: 'payer_id',
  shop_opener: 'opened_by',
  shop_key_request: 'key_request',
  help_step_account: 'account_id',
  report_account: 'account_id',
  // operators find a network and a wave in all shops
  shop_opened_near: 'opened_near',
  shop_blocked_by: 'blocked_by',
}

const isOwnTable = (name: string) => !/^(kysely|sqlite)_/.test(name)

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    db.query,
  )
  return rows.map((row) => row.name).filter(isOwnTable)
}

test('every index of a shop table starts with the shop id, or finds the rows of an account', async () => {
  const owned = (await tables()).filter((name) => !directoryTables.includes(name))
  expect(owned.sort()).toEqual([
    'claim',
    'group_buy',
    'group_buy_sku',
    'help_step',
    'ledger',
    'look_draft',
    'look_published',
    'own_app',
    'payment',
    'payment_application',
    'payout',
    'product',
    'refund',
    'report',
    'shop',
    'shop_buyer',
    'shop_message',
    'shop_order',
    'sku',
    'slot_count',
    'stock_move',
  ])
  for (const table of owned) {
    const indexes = await sql<{ name: string }>`select name from pragma_index_list(${table})`.execute(
      db.query,
    )
    expect(indexes.rows.length).toBeGreaterThan(0)
    for (const { name } of indexes.rows) {
      const columns = await sql<{
        name: string
      }>`select name from pragma_index_info(${name}) order by seqno`.execute(db.query)
      expect([table, name, columns.rows[0]?.name]).toEqual([table, name, accountIndexes[name] ?? 'shop_id'])
    }
  }
})

/** Columns by which the rows of an account are found when its data is deleted, in tables that grow. */
const accountColumns = [
  ['payment', 'payer_id'],
  ['photo', 'account_id'],
  ['voice', 'account_id'],
  ['message', 'account_id'],
  ['shop', 'opened_by'],
  ['shop', 'key_request'],
  ['lesson', 'teacher'],
  ['learner', 'account_id'],
  ['help', 'helper'],
  ['help_step', 'account_id'],
  ['handover', 'giver'],
  ['handover', 'taken_by'],
  ['paper_card', 'asked_by'],
  ['paper_card', 'used_by'],
] as const

test.each(accountColumns)('an index finds the rows of %s by %s', async (table, column) => {
  const rowsOfAccount = sql`select * from ${sql.table(table)} where ${sql.ref(column)} = ${'an account'}`
  const { rows } = await sql<{ detail: string }>`explain query plan ${rowsOfAccount}`.execute(db.query)
  expect(rows.map(({ detail }) => detail)).toEqual([expect.stringMatching(/^SEARCH \w+ USING INDEX/)])
})

test('the schema uses plain types and no triggers, views or sequences', async () => {
  const other = await sql<{
    type: string
  }>`select type from sqlite_master where type not in ('table', 'index')`.execute(db.query)
  expect(other.rows).toEqual([])
  for (const table of await tables()) {
    const columns = await sql<{
      type: string
    }>`select lower(type) as type from pragma_table_info(${table})`.execute(db.query)
    for (const { type } of columns.rows) expect(['text', 'integer', 'bigint']).toContain(type)
  }
  const made = await sql<{ sql: string }>`select sql from sqlite_master where sql is not null`.execute(
    db.query,
  )
  expect(
    made.rows
      .map((row) => row.sql)
      .join()
      .toLowerCase(),
  ).not.toContain('autoincrement')
})
