import type { Kysely } from 'kysely'
import type { Replica } from './replica'
import type { Tables } from './tables'

export type Query = Kysely<Tables>

/** A world's database. */
export interface Database {
  /** Which one it is, for people: without a password. */
  about: string
  /** For reads outside a transaction. Inside `withTx` use only what it hands over. */
  query: Query
  /**
   * Runs `work` in a transaction, again when the database asks for it, so `work` touches nothing but the database.
   * What it throws rolls back its own changes and is thrown to the caller. Transactions see and change things as if
   * they came one after the other; `guarded` ones, whose statements guard themselves, wait for rows of others instead
   * of beginning anew, where the database knows the difference (PostgreSQL).
   */
  withTx<T>(work: (tx: Query) => Promise<T>, how?: 'guarded'): Promise<T>
  /** A copy to read from, where there is one. */
  replica?: Replica
  /** A number that changes when another process has written; where several servers are usual it is asked otherwise. */
  dataVersion?: () => number
  close(): Promise<void>
}
