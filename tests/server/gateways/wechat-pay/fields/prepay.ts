import {
  anything,
  type Call,
  type Field,
  flag,
  integer,
  list,
  may,
  must,
  mustIf,
  object,
  text,
  unless,
} from '../../fields/field-table'
import { ADDRESS, CENT, CURRENCY, ID, NOTICE_URL, OPENID, TIME, TRADE_NO } from './shared'

/** The fields of a payment of one order, in every product. */
const order: readonly Field[] = [
  text('description', must, { max: 127 }),
  text('out_trade_no', must, TRADE_NO),
  text('time_expire', may, TIME),
  text('attach', may, { max: 128 }),
  text('notify_url', must, NOTICE_URL),
  text('goods_tag', may, ID),
  flag('support_fapiao', may),
  object('amount', must),
  integer('amount.total', must, CENT),
  text('amount.currency', may, CURRENCY),
  object('detail', may),
  integer('detail.cost_price', may),
  text('detail.invoice_id', may, ID),
  list('detail.goods_detail', may, { min: 1 }),
  text('detail.goods_detail[].merchant_goods_id', must, ID),
  text('detail.goods_detail[].wechatpay_goods_id', may, ID),
  text('detail.goods_detail[].goods_name', may, { max: 256 }),
  integer('detail.goods_detail[].quantity', must, { min: 1 }),
  integer('detail.goods_detail[].unit_price', must),
  object('settle_info', may),
  flag('settle_info.profit_sharing', may),
]

const STORE_UNVERIFIED =
  'the stored documents leave out the parts of store_info, and their transcriptions differ'

const scene: readonly Field[] = [
  text('scene_info.payer_client_ip', must, ADDRESS),
  text('scene_info.device_id', may, { max: 32 }),
  object('scene_info.store_info', may),
  text('scene_info.store_info.id', may, { max: 32, unverified: STORE_UNVERIFIED }),
  text('scene_info.store_info.name', may, { max: 256, unverified: STORE_UNVERIFIED }),
  text('scene_info.store_info.area_code', may, { max: 32, unverified: STORE_UNVERIFIED }),
  text('scene_info.store_info.address', may, { max: 512, unverified: STORE_UNVERIFIED }),
]

const h5: readonly Field[] = [
  object('scene_info.h5_info', must),
  text('scene_info.h5_info.type', must, { max: 32, values: ['iOS', 'Android', 'Wap'] }),
  text('scene_info.h5_info.app_name', may, { max: 64 }),
  text('scene_info.h5_info.app_url', may, { max: 128 }),
  text('scene_info.h5_info.bundle_id', may, { max: 128 }),
  text('scene_info.h5_info.package_name', may, { max: 128 }),
]

/** Outside of WeChat a payer is named only for payments in a real name (实名支付), which are a permission of their own. */
const strangePayer = anything('payer', may, {
  unverified: 'the parts of a payer in a real name; no call sends them',
})

const inWechat: readonly Field[] = [...order, object('scene_info', may), ...scene]
const inBrowser: readonly Field[] = [...order, object('scene_info', must), ...scene, ...h5, strangePayer]

const direct: readonly Field[] = [text('appid', must, ID), text('mchid', must, ID)]

const partner: readonly Field[] = [
  text('sp_appid', must, ID),
  text('sp_mchid', must, ID),
  text(
    'sub_appid',
    mustIf(
      (_, { message }) => (message.payer as { sub_openid?: unknown } | undefined)?.sub_openid !== undefined,
    ),
    ID,
  ),
  text('sub_mchid', must, ID),
  integer('settle_info.subsidy_amount', may, { roles: ['platform'] }),
]

const partnerPayer: readonly Field[] = [
  object('payer', must),
  text('payer.sp_openid', unless('sub_openid'), OPENID),
  text('payer.sub_openid', unless('sp_openid'), OPENID),
  anything('payer.identity', may, { unverified: 'the parts of a payer in a real name; no call sends them' }),
]

const prepayId = [text('prepay_id', must, { max: 64 })]
const h5Url = [text('h5_url', must, { max: 512, pattern: /^https?:\/\// })]
const codeUrl = [text('code_url', must, { max: 512 })]

/** A combined payment (合单): its orders, and what they have in common. */
const combined = (description: number): Field[] => [
  text('combine_appid', must, ID),
  text('combine_mchid', must, ID),
  text('combine_out_trade_no', must, { ...TRADE_NO, min: 2 }),
  list('sub_orders', must, { min: 1, max: 50 }),
  text('sub_orders[].mchid', must, ID),
  text('sub_orders[].attach', must, { max: 128 }),
  object('sub_orders[].amount', must),
  integer('sub_orders[].amount.total_amount', must, CENT),
  text('sub_orders[].amount.currency', must, { max: 8, values: ['CNY'] }),
  text('sub_orders[].out_trade_no', must, { ...TRADE_NO, min: 2 }),
  text('sub_orders[].sub_mchid', must, ID),
  text('sub_orders[].sub_appid', may, ID),
  text('sub_orders[].goods_tag', may, ID),
  text('sub_orders[].description', must, { max: description }),
  object('sub_orders[].settle_info', may),
  flag('sub_orders[].settle_info.profit_sharing', may),
  integer('sub_orders[].settle_info.subsidy_amount', may),
  text('time_start', may, TIME),
  text('time_expire', may, TIME),
  text('notify_url', must, NOTICE_URL),
  text('combine_payer_info.openid', unless('sub_openid'), OPENID),
  text('combine_payer_info.sub_openid', unless('openid'), OPENID),
  text('scene_info.payer_client_ip', must, ADDRESS),
]

export const prepayCalls: readonly Call[] = [
  {
    name: 'prepay in WeChat, direct',
    ...{ method: 'POST', path: '/v3/pay/transactions/jsapi', docs: { direct: 'merchant/4012525167' } },
    body: [...direct, ...inWechat, object('payer', must), text('payer.openid', must, OPENID)],
    reply: prepayId,
  },
  {
    name: 'prepay in a browser, direct',
    ...{ method: 'POST', path: '/v3/pay/transactions/h5', docs: { direct: 'merchant/4012525153' } },
    ...{ body: [...direct, ...inBrowser], reply: h5Url },
  },
  {
    name: 'prepay by QR code, direct',
    ...{ method: 'POST', path: '/v3/pay/transactions/native', docs: { direct: 'merchant/4012525095' } },
    ...{ body: [...direct, ...inWechat], reply: codeUrl },
  },
  {
    name: 'prepay in WeChat, partner',
    ...{ method: 'POST', path: '/v3/pay/partner/transactions/jsapi' },
    docs: { partner: 'partner/4012523579', platform: 'partner/4012523579' },
    ...{ body: [...partner, ...inWechat, ...partnerPayer], reply: prepayId },
  },
  {
    name: 'prepay in a browser, partner',
    ...{ method: 'POST', path: '/v3/pay/partner/transactions/h5' },
    docs: { partner: 'partner/4012523544', platform: 'docs/partner/apis/ecommerce-payment/h5-prepay.html' },
    ...{ body: [...partner, ...inBrowser], reply: h5Url },
  },
  {
    name: 'prepay by QR code, partner',
    ...{ method: 'POST', path: '/v3/pay/partner/transactions/native' },
    docs: { partner: 'partner/4012523551', platform: 'partner/4012523551' },
    ...{ body: [...partner, ...inWechat], reply: codeUrl },
  },
  {
    name: 'prepay in WeChat, combined',
    ...{ method: 'POST', path: '/v3/combine-transactions/jsapi', docs: { platform: 'partner/4012760633' } },
    body: [
      ...combined(127),
      text('sub_orders[].detail', may, { max: 6000 }),
      object('combine_payer_info', must),
      object('scene_info', may),
      text('scene_info.device_id', may, { max: 16 }),
    ],
    reply: prepayId,
  },
  {
    name: 'prepay in a browser, combined',
    ...{ method: 'POST', path: '/v3/combine-transactions/h5', docs: { platform: 'partner/4012760626' } },
    body: [
      ...combined(128),
      object('combine_payer_info', may),
      object('scene_info', must),
      // at least seven characters in the edition of 2022
      text('scene_info.device_id', must, { min: 7, max: 32 }),
      ...h5,
    ],
    reply: h5Url,
  },
]
