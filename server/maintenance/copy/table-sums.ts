import type Sqlite from 'better-sqlite3'
import type { TableDigest } from './digest'
import type { TableShape } from './row'

/** Rows of each table and the sums of its integer columns, which SQLite computes by itself. */
export type TableSums = Record<string, Pick<TableDigest, 'rows' | 'sums'>>

const WORD = 32n

/** Sums the upper and the lower half of each number apart: the sum of whole numbers would overflow with five million rows. */
const statementOf = ({ name, numbers }: TableShape): string => {
  const halves = numbers.map(
    (column, i) => `, sum("${column}" >> 32) as h${i}, sum("${column}" & 4294967295) as l${i}`,
  )
  return `select count(*) as "rows"${halves.join('')} from "${name}"`
}

export function sumTables(sqlite: Sqlite.Database, shapes: readonly TableShape[]): TableSums {
  const all: TableSums = {}
  for (const shape of shapes) {
    const found =
      sqlite.prepare<[], Record<string, bigint | null>>(statementOf(shape)).safeIntegers().get() ?? {}
    const half = (name: string) => found[name] ?? 0n
    const sums = shape.numbers.map((column, i) => [column, String((half(`h${i}`) << WORD) + half(`l${i}`))])
    all[shape.name] = { rows: Number(half('rows')), sums: Object.fromEntries(sums) }
  }
  return all
}

/** Describes the damage of an SQLite file; `undefined` when its structure is right. */
export function findDamage(sqlite: Sqlite.Database): string | undefined {
  const found = sqlite.pragma('quick_check(1)', { simple: true })
  return found === 'ok' ? undefined : String(found)
}
