import { createHash } from 'node:crypto'
import type { Query } from '../db/database'
import { readPages } from './read-pages'
import type { Row, TableShape } from './row'

/** Content of a table, computed identically on both engines. */
export interface TableDigest {
  rows: number
  /** Sum of each integer column as decimal text, because it may exceed what JSON holds. */
  sums: Record<string, string>
  /** Over all rows in key order, each a JSON array of its columns in alphabetical order, followed by a line feed. */
  sha256: string
}

export type Digest = Record<string, TableDigest>

/** Accumulates the rows of a table in key order. */
export class DigestBuilder {
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

  finish(): TableDigest {
    const sums = Object.entries(this.sums).map(([name, sum]) => [name, String(sum)])
    return { rows: this.rows, sums: Object.fromEntries(sums), sha256: this.hash.digest('hex') }
  }
}

/** Computes the digest of all tables. */
export async function computeDigest(query: Query, shapes: readonly TableShape[]): Promise<Digest> {
  const all: Digest = {}
  for (const shape of shapes) {
    const digesting = new DigestBuilder(shape)
    for await (const page of readPages(query, shape)) digesting.add(page)
    all[shape.name] = digesting.finish()
  }
  return all
}

/** Describes the first table whose content differs; `undefined` when none does. */
export function findDifference(first: Digest, second: Digest): string | undefined {
  for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [a, b] = [first[name], second[name]]
    if (a?.rows !== b?.rows) return `${name} has ${a?.rows ?? 'no'} rows here and ${b?.rows ?? 'no'} there`
    if (a?.sha256 !== b?.sha256) return `rows of ${name} differ`
  }
  return undefined
}
