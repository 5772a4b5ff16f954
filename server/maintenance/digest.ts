import { createHash } from 'node:crypto'
import type { Query } from '../db/database'
import { pagesOf } from './pages-of'
import type { Row, TableShape } from './row'

/** What a table holds, told alike by both engines. */
export interface TableDigest {
  rows: number
  /** Of each column of whole numbers, as decimal text: they outgrow what JSON can hold. */
  sums: Record<string, string>
  /** Over all rows in the order of their keys, each a JSON list of its columns in alphabetical order, ended by a line feed. */
  sha256: string
}

export type Digest = Record<string, TableDigest>

/** Takes in a table's rows, in the order of their keys. */
export class Digesting {
  private rows = 0
  private readonly hash = createHash('sha256')
  private readonly sums: Record<string, bigint>

  constructor(private readonly shape: TableShape) {
    this.sums = Object.fromEntries(shape.numbers.map((name) => [name, 0n]))
  }

  add(page: readonly Row[]) {
    for (const row of page) {
      this.rows++
      for (const name of this.shape.numbers)
        this.sums[name] = (this.sums[name] ?? 0n) + BigInt(row[name] ?? 0)
      this.hash.update(`${JSON.stringify(this.shape.columns.map((name) => row[name]))}\n`)
    }
  }

  done(): TableDigest {
    const sums = Object.entries(this.sums).map(([name, sum]) => [name, String(sum)])
    return { rows: this.rows, sums: Object.fromEntries(sums), sha256: this.hash.digest('hex') }
  }
}

/** What all tables of a database hold. */
export async function digestOf(query: Query, shapes: readonly TableShape[]): Promise<Digest> {
  const all: Digest = {}
  for (const shape of shapes) {
    const digesting = new Digesting(shape)
    for await (const page of pagesOf(query, shape)) digesting.add(page)
    all[shape.name] = digesting.done()
  }
  return all
}

/** The first table that two databases do not hold alike, and how they differ. */
export function difference(here: Digest, there: Digest): string | undefined {
  for (const name of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const [a, b] = [here[name], there[name]]
    if (a?.rows !== b?.rows) return `${name} has ${a?.rows ?? 'no'} rows here and ${b?.rows ?? 'no'} there`
    if (a?.sha256 !== b?.sha256) return `rows of ${name} differ`
  }
  return undefined
}
