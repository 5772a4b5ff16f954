import type { Kysely } from 'kysely'
import type { Query } from '../../db/database'

/** A row of any table in the form that both engines share. */
export type Row = Record<string, string | number | null>

/** A table described at run time, so maintenance handles every program version. */
export interface TableShape {
  name: string
  /** In alphabetical order. */
  columns: string[]
  /** The columns that hold whole numbers. */
  numbers: string[]
  /** Columns of the primary key, in its order. */
  key: string[]
}

/** The same database without static knowledge of its tables. */
export const untyped = (query: Query) => query as unknown as Kysely<Record<string, Row>>
