import { randomBytes } from 'node:crypto'
import { zipSync } from 'fflate'
import { dayOf } from '@/domain/day'
import { toYuan } from '../../server/gateways/alipay/amount'
import { Refusal } from './applications'
import { toChinaTime } from './china-time'
import type { Trade, Trades } from './trades'

let bytesByCharacter: Map<string, readonly number[]> | undefined

/** The two bytes of every character of GBK, from the decoder of the platform, which has no encoder. */
function readCharacters(): Map<string, readonly number[]> {
  const characters = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd' && !characters.has(character))
        characters.set(character, [lead, trail])
    }
  return characters
}

/** Encodes a text as GBK; characters that it does not have become `?`. */
function toGbk(text: string): Uint8Array {
  bytesByCharacter ??= readCharacters()
  const characters = bytesByCharacter
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0
      return code < 0x80 ? [code] : (characters.get(character) ?? [0x3f])
    }),
  )
}

const COLUMNS = [
  ...(['支付宝交易号', '商户订单号', '业务类型', '商品名称', '创建时间', '完成时间'] as const),
  ...(['门店编号', '门店名称', '操作员', '终端号', '对方账户', '订单金额（元）'] as const),
  ...(['商家实收（元）', '支付宝红包（元）', '集分宝（元）', '支付宝优惠（元）'] as const),
  ...(['商家优惠（元）', '券核销金额（元）', '券名称', '商家红包消费金额（元）'] as const),
  ...(['卡消费金额（元）', '退款批次号/请求号', '服务费（元）', '分润（元）', '备注'] as const),
]
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>

/** Alipay's fee, in ten-thousandths; refunds return nothing of it. */
const FEE_RATE = 60
const feeOf = (amount: number): number => Math.round((amount * FEE_RATE) / 10_000)

/** Links to a bill are valid this long, in ms. */
const LINK_MS = 30_000

const toSum = (fen: number): string => (fen < 0 ? `-${toYuan(-fen)}` : toYuan(fen))

/** Cells that hold numbers end with a tab, which makes spreadsheets show them as texts. */
const toRow = (cells: Cells): string =>
  COLUMNS.map((column) => {
    const cell = cells[column] ?? (column.endsWith('（元）') ? '0.00' : '')
    return /号$/.test(column) ? `${cell}\t` : cell
  }).join(',')

function rowOf(trade: Trade, at: number, refund?: Trade['refunds'][number]): string {
  const amount = refund ? -refund.amount : trade.amount
  return toRow({
    支付宝交易号: trade.tradeNo,
    商户订单号: trade.number,
    业务类型: refund ? '退款' : '交易',
    商品名称: trade.subject,
    创建时间: toChinaTime(trade.createdAt),
    完成时间: toChinaTime(at),
    对方账户: trade.buyer,
    '订单金额（元）': toSum(amount),
    '商家实收（元）': toSum(amount),
    '退款批次号/请求号': refund?.number ?? '',
    '服务费（元）': refund ? '0.00' : toSum(-feeOf(trade.amount)),
  })
}

const rowsOf = (trade: Trade, day: string): string[] => [
  ...(trade.paidAt !== undefined && dayOf(trade.paidAt) === day ? [rowOf(trade, trade.paidAt)] : []),
  ...trade.refunds.filter(({ at }) => dayOf(at) === day).map((refund) => rowOf(trade, refund.at, refund)),
]

const toDetails = (merchant: string, rows: readonly string[]): string =>
  [
    ...['#支付宝业务明细查询', `#账号：[${merchant}0156]`],
    '#-----------------------------------------业务明细列表----------------------------------------',
    ...[COLUMNS.join(','), ...rows],
    '#-----------------------------------------业务明细列表结束------------------------------------',
    '',
  ].join('\r\n')

/** An archive of files whose names are in GBK, without a mark that says so. */
function toArchive(files: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(files).map((name) => toGbk(name))
  const placeholders = names.map((name, index) => String(index).padEnd(name.length, '-'))
  const archive = zipSync(
    Object.fromEntries(placeholders.map((name, index) => [name, toGbk(Object.values(files)[index] ?? '')])),
  )
  const bytes = Buffer.from(archive)
  for (const [index, placeholder] of placeholders.entries())
    for (let at = bytes.indexOf(placeholder); at >= 0; at = bytes.indexOf(placeholder, at + 1))
      bytes.set(names[index] ?? [], at)
  return bytes
}

export class Bills {
  private readonly links = new Map<string, { archive: Uint8Array; until: number }>()

  constructor(
    private readonly trades: Trades,
    private readonly now: () => number,
  ) {}

  /** Makes a link to the bill of a day that is over. @throws Refusal */
  link(merchant: string, query: URLSearchParams): string {
    const day = query.get('bill_date') ?? ''
    if (query.get('bill_type') !== 'trade' || !/^\d{4}-\d\d-\d\d$/.test(day) || query.size !== 2)
      throw new Refusal(400, 'INVAILID_ARGUMENTS', '入参不合法')
    // unverified: which of the two codes a day without movements has
    if (day >= dayOf(this.now())) throw new Refusal(400, 'BILL_NOT_EXIST', '账单不存在')
    const rows = this.trades.all().flatMap((trade) => (trade.merchant === merchant ? rowsOf(trade, day) : []))
    if (rows.length === 0) throw new Refusal(400, 'NO_BILL_DATA', '当天没有账单数据')
    const name = `${merchant}0156_${day.replaceAll('-', '')}`
    const archive = toArchive({
      [`${name}_业务明细.csv`]: toDetails(merchant, rows),
      [`${name}_业务明细(汇总).csv`]: '#支付宝业务汇总查询\r\n',
    })
    const id = randomBytes(16).toString('hex')
    this.links.set(id, { archive, until: this.now() + LINK_MS })
    return `/downloadBillFile.resource?fileId=${id}`
  }

  /** The archive of a link that is still valid. */
  download(query: URLSearchParams): Uint8Array | undefined {
    const link = this.links.get(query.get('fileId') ?? '')
    return link && link.until > this.now() ? link.archive : undefined
  }
}
