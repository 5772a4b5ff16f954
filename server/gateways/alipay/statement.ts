import type { AlipaySdk } from 'alipay-sdk'
import { unzipSync } from 'fflate'
import { type Fields, requireText } from '../fields'
import { GatewayError, type StatementLine } from '../payment-gateway'
import { toFen } from './amount'

const TIMEOUT_MS = 30_000
/** The file with every movement; the other one sums them up. */
const DETAILS = /业务明细\.csv$/

/** Downloads and reads the trades of a day of one account. @throws GatewayError */
export async function readStatement(sdk: AlipaySdk, day: string, merchant: string): Promise<StatementLine[]> {
  const { data } = await sdk.curl<Fields>('GET', '/v3/alipay/data/dataservice/bill/downloadurl/query', {
    query: { bill_type: 'trade', bill_date: day },
  })
  const response = await fetch(requireText(data ?? {}, 'bill_download_url'), {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok)
    throw new GatewayError('unavailable', 'BAD_BILL', `the bill of ${day} cannot be downloaded`)
  return readBill(new Uint8Array(await response.arrayBuffer())).map((row) => toLine(row, merchant))
}

/** The rows of a downloaded bill, by column. @throws GatewayError */
export function readBill(zip: Uint8Array): Record<string, string>[] {
  const files = unzipSync(zip)
  // names of files are in GBK, which the archive does not say
  const decode = (bytes: Uint8Array) => new TextDecoder('gbk').decode(bytes)
  const details = Object.entries(files).find(
    ([name]) => DETAILS.test(decode(latin1(name))) || DETAILS.test(name),
  )
  if (!details) throw new GatewayError('unavailable', 'BAD_BILL', 'a bill has no file of details')
  return readRows(decode(details[1]))
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

/** The rows of a table between lines of `#`, whose cells may end with tabs, by column. */
function readRows(csv: string): Record<string, string>[] {
  const lines = csv.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const [head = [], ...rows] = lines.map((line) => line.split(',').map((cell) => cell.trim()))
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

function toLine(row: Record<string, string>, merchant: string): StatementLine {
  const cell = (name: string) => row[name] ?? ''
  const isRefund = cell('业务类型') === '退款'
  const amount = toFen(cell('订单金额（元）'))
  if (amount === undefined)
    throw new GatewayError('unavailable', 'BAD_BILL', 'a bill has a line without an amount')
  return {
    kind: isRefund ? 'refund' : 'payment',
    number: cell(isRefund ? '退款批次号/请求号' : '商户订单号'),
    transactionId: cell('支付宝交易号'),
    merchant,
    amount: Math.abs(amount),
    // a fee is subtracted from what the seller receives
    fee: 0 - (toFen(cell('服务费（元）')) ?? 0),
  }
}

/** Parses the details of a bill. @throws GatewayError */
export const parseDetails = (csv: string, merchant: string): StatementLine[] =>
  readRows(csv).map((row) => toLine(row, merchant))
