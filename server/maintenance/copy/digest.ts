import { createHash } from 'node:crypto'
import type { Query } from '../../db/database'
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

/** Text is hashed in pieces of this length, and numbers are added to a sum as soon as they could be inexact. */
const PIECE_CHARACTERS = 64 * 1024
const MAX_EXACT = 2 ** 52

/** Accumulates the rows of a table in key order. */
export class DigestBuilder {
  private rows = 0
  private text = ''
  private readonly hash = createHash('sha256')
  private readonly sums: { name: string; sum: bigint; pending: number }[]

  constructor(private readonly shape: TableShape) {
    this.sums = shape.numbers.map((name) => ({ name, sum: 0n, pending: 0 }))
  }

  add(page: Iterable<Row>) {
    for (const row of page) {
      this.rows++
      for (const sum of this.sums) addTo(sum, Number(row[sum.name] ?? 0))
      this.text += `${JSON.stringify(this.shape.columns.map((name) => row[name]))}\n`
      if (this.text.length > PIECE_CHARACTERS) this.hashText()
    }
  }

  finish(): TableDigest {
    this.hashText()
    const sums = this.sums.map(({ name, sum, pending }) => [name, String(sum + BigInt(pending))])
    return { rows: this.rows, sums: Object.fromEntries(sums), sha256: this.hash.digest('hex') }
  }

  private hashText() {
    this.hash.update(this.text)
    this.text = ''
  }
}

function addTo(sum: { sum: bigint; pending: number }, value: number) {
  sum.pending += value
  if (Math.abs(sum.pending) < MAX_EXACT) return
  sum.sum += BigInt(sum.pending)
  sum.pending = 0
}

export async function computeDigest(query: Query, shapes: readonly TableShape[]): Promise<Digest> {
  const all: Digest = {}
  for (const shape of shapes) {
    const digesting = new DigestBuilder(shape)
    for await (const page of readPages(query, shape)) digesting.add(page)
    all[shape.name] = digesting.finish()
  }
  return all
}

/** A description of tables, of which some have no hash. */
type Compared = Record<string, Pick<TableDigest, 'rows' | 'sums'> & { sha256?: string }>

/** Describes the first table whose content differs; `undefined` when none does. Hashes are compared where both sides have one. */
export function findDifference(first: Compared, second: Compared): string | undefined {
  for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [a, b] = [first[name], second[name]]
    if (a?.rows !== b?.rows) return `${name} has ${a?.rows ?? 'no'} rows here and ${b?.rows ?? 'no'} there`
    const areHashed = a?.sha256 !== undefined && b?.sha256 !== undefined
    const isSame = areHashed ? a.sha256 === b.sha256 : sumsOf(a) === sumsOf(b)
    if (!isSame) return `rows of ${name} differ`
  }
  return undefined
}

const sumsOf = (table: Compared[string] | undefined): string =>
  JSON.stringify(Object.entries(table?.sums ?? {}).sort())
