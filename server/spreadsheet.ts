import type { SheetData } from 'write-excel-file/node'
import { OFFSET_MINUTES } from '@/domain/day'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Cells of text: a spreadsheet never reads them as formulas. */
export const textCell = (value: string) => ({ value, type: String })
export const headCell = (value: string) => ({ ...textCell(value), fontWeight: 'bold' as const })

/** A number, or an empty cell. */
export const numberCell = (value: number | undefined, format?: string) =>
  value === undefined ? null : { value, type: Number, ...(format === undefined ? {} : { format }) }

/** A number of yuan with two decimals. */
export const yuanCell = (fen: number) => ({ value: fen / 100, type: Number, format: '#,##0.00' })

/** A moment in China, as text: spreadsheets know no time zones. */
export const momentText = (at: number): string =>
  new Date(at + OFFSET_MINUTES * 60_000).toISOString().slice(0, 16).replace('T', ' ')

/** One sheet of a spreadsheet; its first row holds the titles of the columns. */
export interface Sheet {
  name: string
  rows: SheetData
}

export async function writeSpreadsheet(sheets: readonly Sheet[]): Promise<Buffer> {
  // loaded with the first spreadsheet, because few servers write any
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile(
    sheets.map(({ name, rows }) => ({
      ...{ data: rows, sheet: name, stickyRowsCount: 1 },
      columns: (rows[0] ?? []).map(() => ({ width: 14 })),
    })),
  ).toBuffer()
}
