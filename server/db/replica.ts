import type { Query } from './database'

/** A copy of the database that follows it, for reads that may come from there. */
export interface Replica {
  /** What `work` read, all of one moment; `undefined` when the replica does not answer now. */
  read<T>(work: (query: Query) => Promise<T>): Promise<T | undefined>
  close(): Promise<void>
}
