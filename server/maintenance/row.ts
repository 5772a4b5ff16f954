import type { Kysely } from 'kysely'
import type { Query } from '../db/database'

/** A row of any table as both engines keep it. */
export type Row = Record<string, string | number | null>

/** A table as it is, whatever the version of the program: maintenance handles all of them alike. */
export interface TableShape {
  name: string
  /** In alphabetical order. */
  columns: string[]
  /** The columns that hold whole numbers. */
  numbers: string[]
  /** The primary key, in its order. */
  key: string[]
}

/** The same database, spoken to without knowing its tables. */
export const untyped = (query: Query) => query as unknown as Kysely<Record<string, Row>>
