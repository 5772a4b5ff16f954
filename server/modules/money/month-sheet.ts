import type { SheetData } from 'write-excel-file/node'
import {
  type MoneyDay,
  type Moved,
  moneyAccounts,
  sumDays,
  totalCollected,
} from '@/domain/payment/money-month'
import { moneySheetWords as words } from '@/locales/payment/money'
import { headCell, momentText, numberCell, textCell, writeSpreadsheet, yuanCell } from '../../spreadsheet'
import type { OrderMovement } from './read-month'

const amountsOf = (moved: Moved) => [
  ...moneyAccounts.map((account) => yuanCell(moved.collected[account])),
  yuanCell(totalCollected(moved)),
  ...moneyAccounts.map((account) => yuanCell(moved.refundedBy[account])),
  yuanCell(moved.refunded),
  yuanCell(moved.fees),
]

const dayRows = (days: readonly MoneyDay[]): SheetData => [
  Object.values(words.dayColumns).map(headCell),
  ...days.map((day) => [textCell(day.day), ...amountsOf(day)]),
  [headCell(words.sum), ...amountsOf(sumDays(days))],
]

const movementRows = (movements: readonly OrderMovement[]): SheetData => [
  Object.values(words.movementColumns).map(headCell),
  ...movements.map(({ at, orderNumber, cause, debit, credit, amount }) => [
    textCell(momentText(at)),
    numberCell(orderNumber),
    textCell(words.causes[cause]),
    textCell(words.accounts[debit]),
    textCell(words.accounts[credit]),
    yuanCell(amount),
  ]),
]

/** A month as a spreadsheet (xlsx): a sheet of its days with their sum, and one of every movement. */
export const monthSheet = (days: readonly MoneyDay[], movements: readonly OrderMovement[]): Promise<Buffer> =>
  writeSpreadsheet([
    { name: words.days, rows: dayRows(days) },
    { name: words.movements, rows: movementRows(movements) },
  ])
