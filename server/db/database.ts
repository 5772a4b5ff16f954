import type { Kysely } from 'kysely'
import type { Replica } from './replica'
import type { Tables } from './tables'

export type Query = Kysely<Tables>

/** The database of an app: SQLite or PostgreSQL. */
export interface Database {
  /** A description for messages, without the password. */
  description: string
  /** For reads outside a transaction. Inside `withTx` use only the handle that it passes. */
  query: Query
  /**
   * Runs `work` in a transaction; `work` must have no other side effects, because it may run more than once. On PostgreSQL each statement
   * reads what others have committed by then, so `work` first locks the rows that its decisions depend on (`lockRights`, `lockShop`,
   * `lockAccount`), or its statements check their own conditions; conflicts are retried. On SQLite a transaction is exclusive; there,
   * transactions that wait at the same time share a commit, and `work` runs again only when that could not be written.
   */
  withTx<T>(work: (tx: Query) => Promise<T>): Promise<T>
  /** Runs reads that all see the same state of the database, whatever others write meanwhile. */
  withSnapshot<T>(read: (query: Query) => Promise<T>): Promise<T>
  replica?: Replica
  /** Returns a number that changes when another process has written; SQLite only. */
  dataVersion?: () => number
  close(): Promise<void>
}
