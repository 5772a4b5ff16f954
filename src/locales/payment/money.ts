import type { Day } from '@/domain/day'
import { formatYuan } from '@/domain/money'
import type { Month } from '@/domain/month'
import { type HeldReason, NO_PAYER } from '@/domain/order/parcel'
import type { LedgerAccount, LedgerCause, MoneyAccount } from '@/domain/payment/ledger'
import type { MoneyPart, RefundPart } from '@/domain/payment/money-part'
import type { PayoutState } from '@/domain/payment/payout'
import { translated } from '../translation'

const accounts: Record<MoneyAccount, string> = {
  cash: '现金',
  code: '扫我的码',
  wechat: '微信支付',
  alipay: '支付宝',
}

/** Refunds to buyers, by account. */
const refunds = {
  'refunded-cash': '退的现金',
  'refunded-code': '退的扫码',
  'refunded-wechat': '退的微信',
  'refunded-alipay': '退的支付宝',
} satisfies Record<RefundPart, string>

/** A seller's money, by month. */
export const moneyWords = translated('moneyWords', {
  title: '账本',
  month: (month: Month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  switch: { before: '上一个月', after: '下一个月' },
  yuan: (fen: number) => `¥${formatYuan(fen)}`,
  collected: '收到的',
  accounts,
  refunded: '退掉的',
  fees: '手续费',
  left: '实收',
  now: '现在',
  due: (orders: number) => (orders > 0 ? `还没收，${orders} 单` : '还没收'),
  dayDue: (orders: number) => `这天的单还没收，${orders} 单`,
  monthDue: (orders: number) => `这个月的单还没收，${orders} 单`,
  owed: '要退还没退到',
  days: '每一天',
  day: (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  date: '日期',
  sum: '合计',
  empty: '这个月还没有收过钱。',
  sheetText: '表格里每一笔都有，电脑上用 Excel、WPS 打开。',
} as const)

interface Debtor {
  name: string
  /** The last four digits of the phone. */
  phoneEnd: string
}

const debtor = ({ name, phoneEnd }: Debtor) => [name, `尾号 ${phoneEnd}`].filter(Boolean).join(' ')

/** The orders behind an amount of the ledger. */
export const moneyOrdersWords = translated('moneyOrdersWords', {
  month: moneyWords.month,
  day: moneyWords.day,
  now: moneyWords.now,
  yuan: moneyWords.yuan,
  parts: {
    ...accounts,
    ...refunds,
    collected: moneyWords.collected,
    refunded: moneyWords.refunded,
    fees: moneyWords.fees,
    due: '还没收',
    'due-now': '还没收',
    'owed-now': moneyWords.owed,
  } satisfies Record<MoneyPart, string>,
  order: ({ number, ...rest }: Debtor & { number: number }) => `第 ${number} 单 ${debtor(rest)}`,
  more: '再看早一些的',
} as const)

/** The buyers who owe money, and how much. */
export const dueBuyersWords = translated('dueBuyersWords', {
  open: '看谁还没给',
  yuan: moneyWords.yuan,
  buyer: debtor,
  orders: (count: number) => `${count} 单`,
  more: '再看后面的',
} as const)

/** The money that WeChat holds until orders are reported as sent. */
export const heldMoneyWords = translated('heldMoneyWords', {
  title: (fen: number) => `微信还没给您的：¥${formatYuan(fen)}`,
  text: '在小程序里付的钱，发了货、报给微信，才到您账上。',
  order: (number: number, fen: number) => `第 ${number} 单 ¥${formatYuan(fen)}`,
  todo: {
    accept: '先接单',
    send: '发了货，到这一单里点一下',
    waybill: '写上快递单号',
    reporting: '正在报给微信，不用您做什么',
  } satisfies Record<HeldReason, string>,
  refused: (code: string) =>
    code === NO_PAYER
      ? '付钱的人删了自己的数据，没法报给微信。找管理员，在微信的后台填上发货'
      : `微信没收下（${code}），过一会儿再报。一天还没好，找管理员`,
  more: (count: number) => `还有 ${count} 单`,
} as const)

/** A payout that did not arrive. With a reason the bank refused it, and the seller has to correct the bank account. */
function notArrived(what: string, reason: string | undefined, isAutomatic: boolean): string {
  if (reason === undefined) return `${what}，钱还在微信里。`
  const again = isAutomatic ? '' : '，三天后再打一次'
  return `${what}：${reason}。在“微信支付商家助手”小程序里看看银行卡对不对${again}。`
}

/** The money at WeChat Pay that is on its way to the seller's bank account. */
export const payoutWords = translated('payoutWords', {
  title: (fen: number) => `您在微信里的钱：¥${formatYuan(fen)}`,
  unknown: '微信现在没说里面有多少钱，过一会儿再看。',
  automatic: '微信每天自己打到您的银行卡。',
  paused: '店被停了，钱先留着，准备退款。',
  daily: (reserve: number) =>
    [
      ...(reserve > 0 ? [`留下 ¥${formatYuan(reserve)} 准备退款，别的`] : []),
      '每天早上往您的银行卡打，一般下个工作日到。',
    ].join(''),
  payout: (day: Day, fen: number) => `${moneyWords.day(day)} ¥${formatYuan(fen)}`,
  states: {
    requested: () => '正在办',
    processing: () => '银行正在办，一般下个工作日到',
    done: () => '打到银行卡了',
    failed: (reason, isAutomatic = false) => notArrived('没打成', reason, isAutomatic),
    returned: (reason, isAutomatic = false) => notArrived('银行退回来了', reason, isAutomatic),
  } satisfies Record<PayoutState, (reason?: string, isAutomatic?: boolean) => string>,
} as const)

const ledgerAccounts: Record<LedgerAccount, string> = {
  ...accounts,
  receivable: '买家欠的',
  refundable: '欠买家的',
  sales: '卖货',
  surplus: '多收的',
  returns: '退货退款',
  discounts: '少收的',
  fees: '手续费',
  'double-returns': '退重了的',
}

const causes: Record<LedgerCause, string> = {
  placed: '下单',
  voided: '取消',
  collected: '收钱',
  'collected-undone': '撤回收钱',
  paid: '线上付款',
  'paid-in-vain': '多付的',
  'refund-granted': '同意退款',
  refunded: '退到买家',
  'sent-back': '退款退回店家',
  'returned-twice': '退重了',
  fee: '手续费',
}

/** A month as a spreadsheet. */
export const moneySheetWords = translated('moneySheetWords', {
  file: (slug: string, month: Month) => `kaizhang-${slug}-${month}.xlsx`,
  days: '每天',
  movements: '每一笔',
  sum: moneyWords.sum,
  dayColumns: {
    day: '日期',
    cash: accounts.cash,
    code: accounts.code,
    wechat: accounts.wechat,
    alipay: accounts.alipay,
    collected: '收到合计',
    ...refunds,
    refunded: '退掉合计',
    fees: '手续费',
  },
  movementColumns: {
    at: '时间',
    order: '第几单',
    cause: '什么事',
    debit: '进到（借）',
    credit: '出自（贷）',
    amount: '金额（元）',
  },
  accounts: ledgerAccounts,
  causes,
} as const)
