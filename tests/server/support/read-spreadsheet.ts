import { unzipSync } from 'fflate'
import readSheets from 'read-excel-file/node'

/** Throws if a cell of a spreadsheet is a formula, which spreadsheet programs would execute. */
function assertNoFormulas(file: Uint8Array) {
  for (const [name, content] of Object.entries(unzipSync(file)))
    if (name.startsWith('xl/worksheets/') && Buffer.from(content).includes('<f>'))
      throw new Error(`A cell of ${name} is a formula.`)
}

/** The texts of a row up to its last cell; empty cells before it are empty texts. */
function textsOf(row: readonly unknown[]): string[] {
  const texts = row.map((cell) => (cell === null ? '' : String(cell)))
  while (texts.at(-1) === '') texts.pop()
  return texts
}

/** Reads the sheets of a spreadsheet (xlsx) as rows of cells. Throws if a cell is a formula. */
export async function readSpreadsheet(file: Uint8Array): Promise<string[][][]> {
  assertNoFormulas(file)
  const sheets = await readSheets(Buffer.from(file))
  return sheets.map(({ data }) => data.map(textsOf))
}
