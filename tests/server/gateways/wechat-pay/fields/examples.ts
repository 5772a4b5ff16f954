import type { Message } from '../../fields/field-table'

/** A message of a call that nothing makes yet, after the example of its document. */
interface Example {
  table: string
  kind: 'body' | 'reply'
  role: string
  message: Message
}

const sealed = `${'A'.repeat(342)}==`
const refundNo = '1217752501201407033233368018'

const order = {
  ...{ description: 'Image形象店-深圳腾大-QQ公仔', out_trade_no: 'native12177525012014070332333' },
  ...{ notify_url: 'https://weixin.qq.com/', amount: { total: 1, currency: 'CNY' } },
}
const partner = { sp_appid: 'wx8888888888888888', sp_mchid: '1230000109', sub_mchid: '1900000109' }

const refund = {
  ...{ refund_id: '50000000382019052709732678859', out_refund_no: refundNo, transaction_id: refundNo },
  ...{ out_trade_no: refundNo, channel: 'ORIGINAL', user_received_account: '招商银行信用卡0403' },
  ...{ create_time: '2020-12-01T16:18:12+08:00', status: 'PROCESSING', funds_account: 'UNSETTLED' },
}
const amount = {
  ...{ refund: 100, from: [{ account: 'AVAILABLE', amount: 444 }], payer_refund: 90, discount_refund: 10 },
  ...{ currency: 'CNY', refund_fee: 100 },
}
const toCard = {
  ...{ out_refund_no: refundNo, type: 'USER_BANK_CARD', bank_type: 'ICBC_DEBIT' },
  ...{ bank_account: sealed, real_name: sealed },
}
const toMerchant = { out_refund_no: refundNo, type: 'MERCHANT_BANK_CARD' }
const domesticAmount = { total: 100, payer_total: 90, settlement_refund: 100, settlement_total: 100 }

const requestNo = '20190611222222222200000000012122'
const withdrawId = '12321937198237912739132791732912793127931279317929791239112123'
const payout = { sub_mchid: '1900000109', out_request_no: requestNo }

export const examples: readonly Example[] = [
  {
    ...{ table: 'prepay by QR code, direct', kind: 'body', role: 'direct' },
    message: { appid: 'wxdace645e0bc2c424', mchid: '1900006511', ...order },
  },
  {
    ...{ table: 'prepay by QR code, direct', kind: 'reply', role: 'direct' },
    message: { code_url: 'weixin://wxpay/bizpayurl/up?pr=NwY5Mz9&groupid=00' },
  },
  ...['partner', 'platform'].map((role): Example => {
    return { table: 'prepay by QR code, partner', kind: 'body', role, message: { ...partner, ...order } }
  }),
  {
    ...{ table: 'prepay in WeChat, partner', kind: 'body', role: 'platform' },
    message: { ...partner, ...order, payer: { sp_openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' } },
  },
  { table: 'refund to a card', kind: 'body', role: 'direct', message: toCard },
  {
    table: 'refund to a card',
    kind: 'body',
    role: 'partner',
    message: { sub_mchid: '1900000109', ...toMerchant },
  },
  {
    ...{ table: 'refund to a card', kind: 'reply', role: 'partner' },
    message: { ...refund, amount: { ...amount, ...domesticAmount } },
  },
  {
    ...{ table: 'refund to a card, platform', kind: 'body', role: 'platform' },
    message: { sub_mchid: '1900000109', ...toCard },
  },
  { table: 'refund to a card, platform', kind: 'reply', role: 'platform', message: { ...refund, amount } },
  {
    ...{ table: 'balance of a seller', kind: 'reply', role: 'platform' },
    message: { sub_mchid: '1900000109', account_type: 'BASIC', available_amount: 10_000, pending_amount: 1 },
  },
  {
    ...{ table: 'payout', kind: 'body', role: 'platform' },
    message: { ...payout, amount: 1, remark: '交易提现', bank_memo: '微信支付提现' },
  },
  { table: 'payout', kind: 'reply', role: 'platform', message: { ...payout, withdraw_id: withdrawId } },
  {
    ...{ table: 'query a payout', kind: 'reply', role: 'platform' },
    message: {
      ...{ ...payout, sp_mchid: '1800000123', status: 'REFUND', withdraw_id: withdrawId, amount: 1 },
      ...{ create_time: '2015-05-20T13:29:35.120+08:00', update_time: '2015-05-20T13:29:35.120+08:00' },
      ...{ reason: '卡号错误', remark: '交易提现', bank_memo: '微信提现', account_type: 'BASIC' },
      ...{ account_number: '1178', account_bank: '招商银行' },
      bank_name: '中国工商银行股份有限公司深圳软件园支行',
    },
  },
  ...['direct', 'partner', 'platform'].map((role): Example => {
    const serial_no = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
    const times = { effective_time: '2018-06-08T10:34:56+08:00', expire_time: '2018-12-08T10:34:56+08:00' }
    const encrypt_certificate = {
      ...{ algorithm: 'AEAD_AES_256_GCM', nonce: '61f9c719728a', associated_data: 'certificate' },
      ciphertext: 'sRvt',
    }
    const data = [{ serial_no, ...times, encrypt_certificate }]
    return { table: 'platform certificates', kind: 'reply', role, message: { data } }
  }),
]
