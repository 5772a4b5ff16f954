/** One line of a benchmark: what was measured, the figure, the budget beside it, and whether it is kept. */
export interface Row {
  what: string
  figure: string
  budget: string
  kept: boolean
}

/** Characters a terminal shows wide count twice. */
const width = (text: string) => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0)
const pad = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - width(text)))

/** Prints a table, budget beside figure, and answers whether every budget was kept. */
export function printTable(title: string, rows: Row[]): boolean {
  const columns = (['what', 'figure', 'budget'] as const).map((key) =>
    Math.max(key.length, ...rows.map((row) => width(row[key]))),
  )
  const line = (cells: string[]) => cells.map((cell, i) => pad(cell, columns[i] ?? 0)).join('  ')
  console.log(`\n${title}\n${line(['what', 'figure', 'budget'])}`)
  for (const row of rows)
    console.log(`${line([row.what, row.figure, row.budget])}  ${row.kept ? 'ok' : 'OVER'}`)
  return rows.every((row) => row.kept)
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Ends the process with the verdict: 1 when a budget is not kept. */
export const endWith = (kept: boolean) => process.exit(kept ? 0 : 1)
