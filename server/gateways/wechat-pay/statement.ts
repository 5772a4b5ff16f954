import { formatYuan } from '@/domain/money'
import type { StatementLine } from '../payment-gateway'

/** The cells of a line without the backquote before each, which prevents spreadsheets from rounding long numbers. */
const cellsOf = (line: string): string[] => line.split(/,(?=`)/).map((cell) => cell.trim().replace(/^`/, ''))

/** Parses yuan with two decimals, or one or none, as they stand in a bill: "25.00" → 2500, "-0.15" → -15. */
function toFen(yuan: string): number {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?\d*$/.exec(yuan)
  if (!match) throw new Error(`a bill contains "${yuan}", which is no amount`)
  const [, sign, whole, part = ''] = match
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return sign ? -fen : fen
}

/**
 * Parses a bill of all trades (`bill_type=ALL`): CSV with a row for each payment and each refund, amounts in yuan. A refund's row
 * repeats the payment with the refund's number and amount. The summary below the rows is compared with them.
 * @throws Error for a bill that is not as documented.
 */
export function parseBill(csv: string): StatementLine[] {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const [head = '', ...rest] = lines
  const columns = head.split(',').map((name) => name.trim())
  const summary = rest.findIndex((line) => line.startsWith('总交易单数'))
  if (summary < 0) throw new Error('a bill has no summary')
  const rows = rest.slice(0, summary).map((line) => {
    const cells = cellsOf(line)
    return (name: string) => cells[columns.indexOf(name)] ?? ''
  })
  const parsed = rows.map(toLine)
  const [count = ''] = cellsOf(rest[summary + 1] ?? '')
  if (Number(count) !== parsed.length) throw new Error(`a bill counts ${count} rows and has ${parsed.length}`)
  return parsed
}

function toLine(cell: (name: string) => string): StatementLine {
  const isRefund = cell('交易状态') === 'REFUND'
  const seller = cell('特约商户号')
  return {
    kind: isRefund ? 'refund' : 'payment',
    number: cell(isRefund ? '商户退款单号' : '商户订单号'),
    transactionId: cell('微信订单号'),
    merchant: seller && seller !== '0' ? seller : cell('商户号'),
    amount: toFen(cell(isRefund ? '申请退款金额' : '订单金额')),
    fee: toFen(cell('手续费')),
  }
}

export const BILL_COLUMNS = [
  ...['交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识'],
  ...[
    '交易类型',
    '交易状态',
    '付款银行',
    '货币种类',
    '应结订单金额',
    '代金券金额',
    '微信退款单号',
    '商户退款单号',
  ],
  ...['退款金额', '充值券退款金额', '退款类型', '退款状态', '商品名称', '商户数据包', '手续费', '费率'],
  ...['订单金额', '申请退款金额', '费率备注'],
] as const

export const toBillAmount = (fen: number): string => formatYuan(fen)
