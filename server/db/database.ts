import type { Kysely } from 'kysely'
import type { Tables } from './tables'

export type Query = Kysely<Tables>

/** A world's database. */
export interface Database {
  /** For reads outside a transaction. Inside `withTx` use only what it hands over. */
  query: Query
  /**
   * Runs `work` in a transaction, again when the database asks for it, so `work` touches nothing but the database.
   * What it throws rolls back its own changes and is thrown to the caller.
   */
  withTx<T>(work: (tx: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}
