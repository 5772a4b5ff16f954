import type { RefundBank } from '@/domain/payment/refund'
import { translated } from '../translation'

const banks: Record<RefundBank, string> = {
  ICBC: '工商银行',
  ABC: '农业银行',
  BOC: '中国银行',
  CCB: '建设银行',
  PSBC: '邮储银行',
  COMM: '交通银行',
  CMB: '招商银行',
  CITIC: '中信银行',
  CEB: '光大银行',
  CMBC: '民生银行',
  CIB: '兴业银行',
  GDB: '广发银行',
  PAB: '平安银行',
  SPDB: '浦发银行',
  NBCB: '宁波银行',
}

/** Paying a refund that failed to a card of the buyer, for its seller. */
export const refundCardWords = translated('refundCardWords', {
  open: '退到买家的银行卡',
  title: '退到买家的银行卡',
  text: '问买家要一张储蓄卡，卡要是买家自己的。姓名、卡号只交给微信，我们不留。',
  name: '卡上的姓名',
  number: '卡号',
  bank: '哪家银行',
  banks,
  errors: { name: '写卡上的姓名', number: '卡号是 12 到 19 个数字', bank: '选一家银行' },
  refused: '微信不收这张卡。看看姓名、卡号和银行，或者换一张。',
  confirm: '退到这张卡',
  cancel: '先不退',
  toSellerText: '买家没有卡，就退到您自己的银行卡，您再当面退给买家。',
  toSeller: '退到我的银行卡',
  toSellerSure: '再点一下，退到我的银行卡',
  busy: '正在交给微信……',
} as const)
