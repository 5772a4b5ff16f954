import type { SheetData } from 'write-excel-file/node'
import { OFFSET_MINUTES } from '@/domain/day'
import { type MoneyDay, moneyAccounts, sumDays, totalCollected } from '@/domain/money-month'
import { moneySheetWords as words } from '@/locales/money'
import type { OrderMovement } from './read-month'

const text = (value: string) => ({ value, type: String })
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' as const })
/** Fen as yuan with two decimals. Cells hold numbers, so that sheets can add them up. */
const yuan = (fen: number) => ({ value: fen / 100, type: Number, format: '#,##0.00' })

/** A moment in China, as text: spreadsheets know no time zones. */
const moment = (at: number): string =>
  new Date(at + OFFSET_MINUTES * 60_000).toISOString().slice(0, 16).replace('T', ' ')

const amountsOf = (day: Omit<MoneyDay, 'day'>) => [
  ...moneyAccounts.map((account) => yuan(day.collected[account])),
  yuan(totalCollected(day)),
  yuan(day.refunded),
  yuan(day.fees),
]

const daysSheet = (days: readonly MoneyDay[]): SheetData => [
  Object.values(words.dayColumns).map(bold),
  ...days.map((day) => [text(day.day), ...amountsOf(day)]),
  [bold(words.sum), ...amountsOf(sumDays(days))],
]

const movementsSheet = (movements: readonly OrderMovement[]): SheetData => [
  Object.values(words.movementColumns).map(bold),
  ...movements.map(({ at, orderNumber, cause, debit, credit, amount }) => [
    text(moment(at)),
    { value: orderNumber, type: Number },
    text(words.causes[cause]),
    text(words.accounts[debit]),
    text(words.accounts[credit]),
    yuan(amount),
  ]),
]

const width = (count: number) => Array.from({ length: count }, () => ({ width: 14 }))

/** A month as a spreadsheet (xlsx): a sheet of its days with their sum, and one of every movement. */
export async function monthSheet(
  days: readonly MoneyDay[],
  movements: readonly OrderMovement[],
): Promise<Buffer> {
  // loaded with the first sheet, because few servers write any
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile([
    { data: daysSheet(days), sheet: words.days, columns: width(8), stickyRowsCount: 1 },
    { data: movementsSheet(movements), sheet: words.movements, columns: width(6), stickyRowsCount: 1 },
  ]).toBuffer()
}
