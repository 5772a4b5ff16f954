import { sql } from 'kysely'
import { privacyWords } from '@/locales/person/privacy'
import { connect } from '../../../server/db/connect'

/** The part of the privacy page that covers each table; `undefined` for tables without personal data. */
const PART_BY_TABLE: Record<string, string | undefined> = {
  account: '认得这部手机',
  identity: '认得这部手机',
  session: '认得这部手机',
  shop_owner: '店和货',
  shop_directory: '店和货',
  shop_key: '小店钥匙',
  shop: '店和货',
  look_draft: '店和货',
  look_published: '店和货',
  product: '店和货',
  sku: '店和货',
  stock_move: '店和货',
  photo: '照片',
  photo_use: '照片',
  voice: '录的话',
  voice_use: '录的话',
  shop_order: '订单和收货人',
  account_order: '订单和收货人',
  claim: '订单和收货人',
  ledger: '订单和收货人',
  payment: '订单和收货人',
  payment_number: '订单和收货人',
  payment_application: '申请微信支付',
  payout: '申请微信支付',
  refund: '订单和收货人',
  shop_buyer: '订单和收货人',
  address_day: '服务器上的记录和备份',
  operator_log: '服务器上的记录和备份',
  operator: '服务器上的记录和备份',
  operator_link: '服务器上的记录和备份',
  operator_session: '服务器上的记录和备份',
  audit_entry: '服务器上的记录和备份',
  audit_head: undefined,
  operator_passkey: '服务器上的记录和备份',
  operator_challenge: '服务器上的记录和备份',
  document: undefined,
  consent: '协议和规则',
  quota: undefined,
  shop_message: undefined,
  own_app: undefined,
  staff: '上课',
  invitation: '上课',
  lesson: '上课',
  learner: '上课',
  lesson_screen: '上课',
  socket_ticket: '上课',
  help: '代办和交店',
  help_step: '代办和交店',
  handover: '代办和交店',
  paper_card: '代办和交店',
  code_try: '代办和交店',
  channel: '提醒',
  message: '提醒',
  quiet_hours: '提醒',
  phone_code: '提醒',
  report: '举报',
  content: '内容检查',
  content_use: '内容检查',
  content_appeal: '内容检查',
  sms_month: undefined,
  credential: undefined,
  statement_check: undefined,
  group_buy: undefined,
  group_buy_sku: undefined,
  slot_count: undefined,
  job: undefined,
  installation: undefined,
}

const textOf = (title: string | undefined): string =>
  privacyWords.parts.find((part) => part.title === title)?.text ?? ''

describe('privacy page', () => {
  it('has a part for every table with personal data', async () => {
    const db = await connect(':memory:')
    const { rows } = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'`.execute(
      db.query,
    )
    await db.close()
    expect(rows.map(({ name }) => name).filter((name) => !(name in PART_BY_TABLE))).toEqual([])
    const titles = privacyWords.parts.map(({ title }): string => title)
    for (const title of Object.values(PART_BY_TABLE)) if (title !== undefined) expect(titles).toContain(title)
  })

  it('mentions that keys can be computed again, that the phone remembers the receiver, and that backups keep deleted data', () => {
    expect(textOf('小店钥匙')).toMatch(/随机数.*能重新算出来/)
    expect(textOf('留在手机里的')).toContain('收货人')
    expect(textOf('服务器上的记录和备份')).toMatch(/备份.*旧备份里还会留/)
    expect(textOf('订单和收货人')).toMatch(/姓名、电话、地址和留言.*网络地址的印子.*清掉/)
  })
})
