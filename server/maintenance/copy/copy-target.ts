import type { Query } from '../../db/database'
import type { MaintenanceFile } from '../open-file'
import { computeDigest, type Digest, DigestBuilder } from './digest'
import { type Row, type TableShape, untyped } from './row'

/** Where rows are copied to, inside a transaction. */
export interface CopyTarget {
  insert(shape: TableShape, page: readonly Row[]): Promise<void>
  /** Reads all tables again. */
  digest(shapes: readonly TableShape[]): Promise<Digest>
}

export const databaseTarget = (query: Query): CopyTarget => ({
  async insert({ name }, page) {
    await untyped(query).insertInto(name).values(page).execute()
  },
  digest: (shapes) => computeDigest(query, shapes),
})

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

/** An SQLite file that nothing else uses, by statements that are prepared once for a table. */
export function fileTarget({ sqlite }: MaintenanceFile): CopyTarget {
  const insertInto = new Map<string, ReturnType<typeof sqlite.prepare>>()
  const prepare = ({ name, columns }: TableShape) => {
    const places = columns.map(() => '?').join(', ')
    const statement = sqlite.prepare(`insert into "${name}" (${quoted(columns)}) values (${places})`)
    insertInto.set(name, statement)
    return statement
  }
  return {
    async insert(shape, page) {
      const statement = insertInto.get(shape.name) ?? prepare(shape)
      for (const row of page) statement.run(shape.columns.map((column) => row[column]))
    },
    async digest(shapes) {
      const all: Digest = {}
      for (const shape of shapes) {
        const digesting = new DigestBuilder(shape)
        const rows = sqlite.prepare<[], Row>(
          `select ${quoted(shape.columns)} from "${shape.name}" order by ${quoted(shape.key)}`,
        )
        digesting.add(rows.iterate())
        all[shape.name] = digesting.finish()
      }
      return all
    },
  }
}

/** Runs `fill` on a file without its indexes, which are built afterwards: that is faster than adding rows to them one by one. */
export async function withoutIndexes<T>({ sqlite }: MaintenanceFile, fill: () => Promise<T>): Promise<T> {
  const indexes = sqlite
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql is not null",
    )
    .all()
  for (const { name } of indexes) sqlite.exec(`drop index "${name}"`)
  const filled = await fill()
  for (const { sql } of indexes) sqlite.exec(sql)
  return filled
}
