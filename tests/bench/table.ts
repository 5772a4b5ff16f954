/** One line of a benchmark: the measure, the figure, its budget, and whether it is within the budget. */
export interface Row {
  what: string
  figure: string
  budget: string
  isWithinBudget: boolean
}

/** Without a budget, a row is within it. */
export const rowOf = (what: string, figure: string, budget = 'none', isWithinBudget = true): Row => ({
  what,
  figure,
  budget,
  isWithinBudget,
})

/** Returns the width in a terminal, where wide characters count twice. */
const width = (text: string) => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 2 : 1), 0)
const pad = (text: string, to: number) => text + ' '.repeat(Math.max(0, to - width(text)))

/** Prints a table with figures and budgets; returns true if every row is within its budget. */
export function printTable(title: string, rows: Row[]): boolean {
  const columns = (['what', 'figure', 'budget'] as const).map((key) =>
    Math.max(key.length, ...rows.map((row) => width(row[key]))),
  )
  const line = (cells: string[]) => cells.map((cell, i) => pad(cell, columns[i] ?? 0)).join('  ')
  console.log(`\n${title}\n${line(['what', 'figure', 'budget'])}`)
  for (const row of rows)
    console.log(`${line([row.what, row.figure, row.budget])}  ${row.isWithinBudget ? 'ok' : 'OVER'}`)
  return rows.every((row) => row.isWithinBudget)
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Exits the process with 0, or with 1 when a budget is exceeded. */
export const exitWith = (isWithinBudget: boolean) => process.exit(isWithinBudget ? 0 : 1)

/** Ends the process as `exitWith` once a benchmark has run, also when it fails. */
export const exitAfter = (bench: Promise<boolean>) =>
  bench.then(exitWith, (error: unknown) => {
    console.error(error)
    process.exit(1)
  })
